import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * Returns the vote budget of an ended proposal without votes to the maker; anyone may.
 * @throws DatawellError ProposalLive, NothingToClaim, UnknownProposal
 */
export const reclaimVoteBudget = (
  client: Datawell,
  { pool, id }: { readonly pool: string; readonly id: string },
): PoolEvent<"ReclaimVoteBudget"> =>
  act(client, poolAt(pool), { call: "reclaimVoteBudget", args: [id], event: "ReclaimVoteBudget" });
