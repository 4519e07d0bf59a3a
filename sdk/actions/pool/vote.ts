import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * Votes with the stake held when the proposal was made; locks the stake until the proposal ends.
 * @throws DatawellError NoWeight, AlreadyVoted, ProposalClosed, ProposalExpired, UnknownProposal, InsufficientStake, NoVoteNeeded
 */
export const vote = (
  client: Datawell,
  { pool, id, support }: { readonly pool: string; readonly id: string; readonly support: boolean },
): PoolEvent<"Vote"> => act(client, poolAt(pool), { call: "vote", args: [id, support], event: "Vote" });
