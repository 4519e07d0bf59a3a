import { dispute } from "#sdk/actions/compute/dispute.ts";
import { refund } from "#sdk/actions/compute/refund.ts";
import { useNow } from "../../../chain/useNow.ts";
import { run } from "../../../intents/run.ts";
import { Both } from "../../../ui/Both.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Money } from "../../../ui/Money.tsx";
import { money } from "../../../ui/money.ts";
import { NextStep } from "../../../ui/NextStep.tsx";
import { dayAndTime, fromNow } from "../../../ui/time.ts";
import { address } from "../../../wallet/account.ts";
import type { FoundJob } from "./Found.ts";
import { isDisputable, type RefundDue, refundDue } from "./refundDue.ts";

export interface EndingProps {
  readonly found: FoundJob;
  readonly symbol: string;
}

const WHY: Readonly<Record<RefundDue["why"], string>> = {
  timeout: "Nobody settled the job until its deadline: everything comes back.",
  void: "The settlement does not stand: everything comes back.",
  unused: "The settlement is final: what was not used comes back.",
  unclaimed: "Providers claim no more: what they left comes back.",
};

/** What comes back to the consumer, and its right to dispute. */
export function Ending({ found, symbol }: EndingProps) {
  const { job, status, returned } = found;
  const now = useNow();
  const due = refundDue(job, status, now);
  const hasReturned = returned.base > 0n || returned.data > 0n;
  const isContestable = isDisputable(status, now);
  return (
    <section class="card form" aria-labelledby="job-ending">
      <h2 id="job-ending">Refund</h2>
      <p class="hint">{due === undefined ? sayWhen() : WHY[due.why]}</p>
      {(due !== undefined || hasReturned) && (
        <Facts
          of={[
            due !== undefined && ["Comes back", <Both {...due} symbol={symbol} />],
            hasReturned && ["Came back", <Both {...returned} symbol={symbol} />],
            hasReturned && ["Burned", <Money wei={returned.burned} of={symbol} />],
          ]}
        />
      )}
      {due !== undefined && <NextStep label="Take it back" act={takeBack} />}
      {isContestable && (
        <>
          <p class="hint">
            Until {dayAndTime(status.until)} you can say that the settlement is wrong. The dataset's attesters or its
            arbiter rule; if nobody does in time, everything comes back.
          </p>
          <NextStep label="Dispute the settlement" missing={whyNoDispute()} act={contest} />
        </>
      )}
    </section>
  );

  function takeBack() {
    return run({
      title: "Take back what a job did not use",
      act: (client) => refund(client, { job }),
      tell: ({ baseAmount, dataAmount }) => `${money(baseAmount)} ALITA and ${money(dataAmount)} ${symbol} are back`,
    });
  }

  function contest() {
    return run({
      title: "Dispute the settlement of a job",
      act: (client) => dispute(client, { job }),
      tell: ({ rulingDue }) => `It is ruled on until ${dayAndTime(rulingDue)}`,
    });
  }

  function whyNoDispute(): string | undefined {
    return address.value === undefined || address.value === job.consumer ? undefined : "For the consumer alone";
  }

  function sayWhen(): string {
    if (status.phase === "Open")
      return `If nothing is settled, everything comes back after ${dayAndTime(job.deadline)}.`;
    if (status.phase === "Settled" && now < status.until)
      return `The settlement is final ${fromNow(status.until, now)}.`;
    if (status.phase === "Disputed") return `It is ruled on, at the latest ${fromNow(status.until, now)}.`;
    return "Everything that is due came back.";
  }
}
