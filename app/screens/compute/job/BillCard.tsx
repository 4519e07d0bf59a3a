import { splitJob } from "#sdk/math/job/splitJob.ts";
import { Both } from "../../../ui/Both.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Fault } from "../../../ui/Fault.tsx";
import { Money } from "../../../ui/Money.tsx";
import { isNotYet } from "../../../intents/plainFault.ts";
import { ClaimOwn } from "../payouts/ClaimOwn.tsx";
import type { FoundJob } from "./Found.ts";
import type { Round } from "./Round.ts";
import { useBill } from "./useBill.ts";

export interface BillProps {
  readonly found: FoundJob;
  readonly round: Round;
  readonly symbol: string;
}

const NUMBER = new Intl.NumberFormat();

/** What the job cost, and whether every unit of it is covered by a provider's signed receipt. */
export function BillCard({ found, round, symbol }: BillProps) {
  const { job, status } = found;
  const { data: checked, error, retry } = useBill(found, round);
  const isCharged = status.phase === "Settled" || status.phase === "Overruled";
  const split = splitJob(job, status.units, status.phase === "Overruled");
  return (
    <section class="card form" aria-labelledby="job-bill">
      <h2 id="job-bill">Bill</h2>
      {!isCharged && <p class="hint">Nothing is charged before there is a settlement.</p>}
      {isCharged && (
        <Facts
          of={[
            ["Charged", `${NUMBER.format(status.units)} of ${NUMBER.format(job.maxUnits)} units`],
            ["To providers, for the work", <Money wei={split.baseToProviders} of="ALITA" />],
            ["To providers, for the data", <Money wei={split.dataToProviders} of={symbol} />],
            ["Burned", <Money wei={split.dataBurned} of={symbol} />],
            ["To the coordinator", <Money wei={split.fee} of="ALITA" />],
            ["Back to the consumer", <Both base={split.baseRefund} data={split.dataRefund} symbol={symbol} />],
            ["Claimed by providers", `${NUMBER.format(status.takenUnits)} units`],
          ]}
        />
      )}
      {error && isNotYet(error) && <p class="hint">The coordinator gives the receipts in a moment …</p>}
      {error && !isNotYet(error) && <Fault of={error} retry={retry} />}
      {checked && <Verdict {...checked.bill} />}
      {checked && <ClaimOwn {...{ job, jobId: found.jobId, status }} payouts={checked.payouts} />}
    </section>
  );
}

interface VerdictProps {
  readonly rows: bigint;
  readonly providers: number;
  readonly faults: readonly { readonly index?: number; readonly fault: string }[];
}

function Verdict({ rows, providers, faults }: VerdictProps) {
  if (faults.length === 0) {
    return (
      <p class="good">
        ✓ Checked: each of {providers} providers signed a receipt for its share of {NUMBER.format(rows)} rows.
      </p>
    );
  }
  return (
    <div role="alert">
      <p class="fault">✕ The bill is not right:</p>
      <ul>
        {faults.map(({ index, fault }) => (
          <li key={`${index} ${fault}`}>
            {index !== undefined && `Payout ${index + 1}: `}
            {fault}
          </li>
        ))}
      </ul>
    </div>
  );
}
