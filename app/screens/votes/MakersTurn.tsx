import { cancel } from "#sdk/actions/pool/cancel.ts";
import { reclaimVoteBudget } from "#sdk/actions/pool/reclaimVoteBudget.ts";
import { poolAt } from "#sdk/chain/contracts.ts";
import { readEvents } from "#sdk/events/readEvents.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { run } from "../../intents/run.ts";
import { money } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { SureStep } from "../../ui/SureStep.tsx";
import type { ProposalProps } from "./Proposal.tsx";

/** What the maker can do about its own proposal: end it, and take back what no voter earned. */
export function MakersTurn({ dataset, one }: ProposalProps) {
  const { pool } = dataset;
  const { id, state, cast, proposal } = one;
  const isOpen = state === "live" || state === "passed";
  if (isOpen) {
    return (
      <SureStep
        label="Withdraw this proposal"
        sure="Withdraw it: this cannot be undone"
        act={() => run({ title: "Withdraw a proposal", act: (client) => cancel(client, { pool, id }) })}
      />
    );
  }
  return cast === 0n && proposal.voteBudget > 0n ? <Reclaim dataset={dataset} one={one} /> : null;
}

/** Nobody voted: the voters' reward goes back, once. */
function Reclaim({ dataset, one: { id, proposal } }: ProposalProps) {
  const { pool } = dataset;
  const { data: taken } = useLive(`vote budget ${id}`, () =>
    readEvents(reader(), { at: poolAt(pool), event: "ReclaimVoteBudget", indexed: [id] }),
  );
  if (taken?.length !== 0) return null;
  return (
    <NextStep
      label={`Take back the ${money(proposal.voteBudget)} ALITA for voters`}
      act={() =>
        run({
          title: "Take back a reward for voters",
          act: (client) => reclaimVoteBudget(client, { pool, id }),
          tell: ({ amount }) => `Received ${money(amount)} ALITA`,
        })
      }
    />
  );
}
