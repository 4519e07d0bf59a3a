import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { encode } from "../../chain/encode.ts";
import { eventsIn } from "../../chain/eventsIn.ts";
import { type Sent, sent } from "../../chain/sent.ts";
import { transact } from "../../chain/transact.ts";

export interface ClaimVoteRewardsParams {
  readonly pool: string;
  readonly ids: readonly string[]; // ended proposals on which the user voted
}

/**
 * Takes the user's shares of the vote budgets of ended proposals.
 * @returns ALITA wei taken
 * @throws DatawellError NothingToClaim, NotVoted, ProposalLive, UnknownProposal
 */
export async function claimVoteRewards(
  client: Datawell,
  { pool, ids }: ClaimVoteRewardsParams,
): Promise<Sent<{ readonly amount: bigint }>> {
  const at = poolAt(pool);
  const receipt = await transact(client, { to: pool, calls: [encode(at, "claimVoteRewards", [ids])] });
  const taken = eventsIn(receipt, at, "ClaimVoteReward");
  return sent(receipt, { amount: taken.reduce((sum, { amount }) => sum + amount, 0n) });
}
