import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { readEvents } from "../../events/readEvents.ts";
import { proposals } from "./proposals.ts";

/** A voter's part of an ended proposal's vote budget. */
export interface VoteReward {
  readonly id: string; // of the proposal
  readonly amount: bigint; // ALITA wei, rounded down
}

/** What somebody earned by voting and has not taken; `claimVoteRewards` takes it. */
export async function voteRewards(
  client: Datawell,
  { pool, voter, fromBlock }: { readonly pool: string; readonly voter: string; readonly fromBlock?: number },
): Promise<readonly VoteReward[]> {
  const at = poolAt(pool);
  const votes = await readEvents(client, { at, event: "Vote", indexed: [null, voter], fromBlock });
  if (votes.length === 0) return [];
  const [taken, all] = await Promise.all([
    readEvents(client, { at, event: "ClaimVoteReward", indexed: [null, voter], fromBlock }),
    proposals(client, { pool, fromBlock }),
  ]);
  const done = new Set(taken.map(({ id }) => id));
  const weights = new Map(votes.map(({ id, weight }) => [id, weight]));
  return all.flatMap(({ id, proposal, state, cast }) => {
    const weight = weights.get(id) ?? 0n;
    const isOwed = (state === "closed" || state === "expired") && !done.has(id) && cast > 0n;
    const amount = isOwed ? (proposal.voteBudget * weight) / cast : 0n;
    return amount === 0n ? [] : [{ id, amount }];
  });
}
