import { href } from "../../../route.ts";
import { Both } from "../../../ui/Both.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Money } from "../../../ui/Money.tsx";
import { exactMoney } from "../../../ui/money.ts";
import { shortAddress } from "../../../ui/shortAddress.ts";
import { dayAndTime } from "../../../ui/time.ts";
import { readyMade } from "../programs/READY_MADE.ts";
import { epsilonInWords } from "../order/inWords.ts";
import type { FoundJob } from "./Found.ts";
import type { Round } from "./Round.ts";

export interface TermsProps {
  readonly found: FoundJob;
  readonly round: Round;
  readonly symbol: string;
}

const NUMBER = new Intl.NumberFormat();

/** What the job's opening signed. */
export function TermsCard({ found, round, symbol }: TermsProps) {
  const { job, basePaid } = found;
  const { task, choice } = round;
  return (
    <section class="card form" aria-labelledby="job-terms">
      <h2 id="job-terms">Terms</h2>
      <Facts
        of={[
          ["Dataset", <a href={href(["dataset", job.token])}>{symbol || shortAddress(job.token)}</a>],
          choice && ["Program", readyMade(choice.word)?.name ?? "The consumer's own"],
          [
            "Task",
            <code key="task" title={job.program}>
              {shortAddress(job.program)}
            </code>,
          ],
          task && ["Gas for each row", NUMBER.format(BigInt(task.gasPerRow))],
          task && [
            "Answer",
            `${NUMBER.format(task.output.length)} numbers, each within ± ${NUMBER.format(BigInt(task.output.bound))}`,
          ],
          ["Paid", <Money wei={basePaid} of="ALITA" />],
          ["At most", `${NUMBER.format(job.maxUnits)} units`],
          ["A unit", <Both base={job.unitPrice} data={job.unitData + job.unitBurn} symbol={symbol} />],
          ["Coordinator", <code title={job.coordinator}>{shortAddress(job.coordinator)}</code>],
          ["Fewest providers", job.minCohort.toString()],
          ["Epsilon", exactMoney(job.epsilon)],
          ["Opened", dayAndTime(job.openedAt)],
          ["Deadline", dayAndTime(job.deadline)],
        ]}
      />
      <p class="hint">{epsilonInWords(job.epsilon)}</p>
    </section>
  );
}
