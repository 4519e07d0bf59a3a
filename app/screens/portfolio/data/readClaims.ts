import { claimable } from "#sdk/actions/pool/claimable.ts";
import type { ProviderAccount } from "#sdk/actions/pool/account.ts";
import { voteRewards } from "#sdk/actions/pool/voteRewards.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { now } from "#sdk/chain/now.ts";

/** What a pool owes an account: what can be taken at once, and what will be. */
export interface Claims {
  readonly contentTags: readonly string[];
  readonly reward: bigint; // reward-token wei of these
  readonly coming: readonly { readonly reward: bigint; readonly claimableAt: bigint }[];
  readonly proposals: readonly string[];
  readonly votes: bigint; // ALITA wei of these
  readonly revenue: bigint; // ALITA wei
  readonly unbonded: bigint; // reward-token wei
}

export interface ReadClaimsParams {
  readonly pool: string;
  readonly who: string;
  readonly account: ProviderAccount;
}

/** Reads what a pool owes. */
export async function readClaims(client: Datawell, { pool, who, account }: ReadClaimsParams): Promise<Claims> {
  const [rewards, votes, time] = await Promise.all([
    claimable(client, { pool, provider: who }),
    voteRewards(client, { pool, voter: who }),
    now(client),
  ]);
  const ready = rewards.filter((one) => one.ready);
  return {
    contentTags: ready.map(({ contentTag }) => contentTag),
    reward: ready.reduce((sum, { reward }) => sum + reward, 0n),
    coming: rewards.filter((one) => !one.ready),
    proposals: votes.map(({ id }) => id),
    votes: votes.reduce((sum, { amount }) => sum + amount, 0n),
    revenue: account.revenue,
    unbonded: time > account.unbondedAt ? account.unbonding : 0n,
  };
}

/** Whether there is something to take now. */
export const isOwed = ({ reward, votes, revenue, unbonded }: Claims): boolean =>
  reward + votes + revenue + unbonded > 0n;
