import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { now } from "../../chain/now.ts";
import { read } from "../../chain/read.ts";
import { type Place, readEvents } from "../../events/readEvents.ts";
import type { ParameterProposal, PriceProposal } from "../../types/Proposal.ts";

/** Where a proposal stands; `live` ones can be voted on, `passed` ones accepted or executed. */
export type ProposalState = "live" | "passed" | "closed" | "expired";

/** A proposal ever made in a pool. */
export interface Proposed extends Place {
  readonly id: string;
  readonly proposal: PriceProposal | ParameterProposal;
  readonly state: ProposalState;
  readonly asked: bigint; // yes votes (stake wei) that were missing at first; 0: the maker's weight was enough
  readonly needed: bigint; // yes votes (stake wei) still missing
  readonly cast: bigint; // votes so far (stake wei)
}

/** The proposals of a pool, oldest first, with where each stands now. */
export async function proposals(
  client: Datawell,
  { pool, fromBlock }: { readonly pool: string; readonly fromBlock?: number },
): Promise<readonly Proposed[]> {
  const at = poolAt(pool);
  const [prices, parameters, time] = await Promise.all([
    readEvents(client, { at, event: "ProposePrice", fromBlock }),
    readEvents(client, { at, event: "ProposeParameter", fromBlock }),
    now(client),
  ]);
  const all = [...prices, ...parameters].toSorted((a, b) => a.block - b.block || a.logIndex - b.logIndex);
  return Promise.all(
    all.map(async ({ id, proposal, ballot, block, logIndex, transactionHash }) => {
      const { needed, cast, expiry, closed } = await read(client, at, "ballotOf", [id]);
      const state = stateOf({ needed, closed, isOver: time > expiry });
      return { id, proposal, state, asked: ballot.needed, needed, cast, block, logIndex, transactionHash };
    }),
  );
}

interface Standing {
  readonly needed: bigint;
  readonly closed: boolean;
  readonly isOver: boolean;
}

function stateOf({ needed, closed, isOver }: Standing): ProposalState {
  if (closed) return "closed";
  if (isOver) return "expired";
  return needed === 0n ? "passed" : "live";
}
