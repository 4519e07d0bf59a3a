import { execute } from "#sdk/actions/pool/execute.ts";
import { run } from "../../intents/run.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { dayAndTime } from "../../ui/time.ts";
import { inWords } from "./inWords.ts";
import type { ProposalProps } from "./Proposal.tsx";

/** A change that passed is carried out by whoever wants it; an offer is not, its buyer answers it. */
export function CarryOut({ dataset, one: { proposal } }: ProposalProps) {
  if ("buyer" in proposal) return null;
  return (
    <NextStep
      label="Carry out the change"
      act={() =>
        run({
          title: inWords(proposal, dataset),
          act: (client) => execute(client, { pool: dataset.pool, proposal }),
          tell: ({ from }) => `In force from ${dayAndTime(from)}`,
        })
      }
    />
  );
}
