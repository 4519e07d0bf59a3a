import type { TransactionReceipt } from "ethers";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { encode } from "../../chain/encode.ts";
import { eventsIn } from "../../chain/eventsIn.ts";
import { type Sent, sent } from "../../chain/sent.ts";
import { joined } from "../../chain/joined.ts";
import { transact } from "../../chain/transact.ts";
import { sendTogether } from "../../chain/sendTogether.ts";
import { DatawellError } from "../../errors/DatawellError.ts";

/** What of a pool's to take; see `claimable`, `account` and `voteRewards`. */
export interface ClaimAllParams {
  readonly pool: string;
  readonly contentTags: readonly string[]; // the user's, past their challenge windows
  readonly proposals: readonly string[]; // ids of ended ones on which the user voted
  readonly revenue: boolean; // the user's share of licence revenue
  readonly unbonded: boolean; // stake whose unbonding is over
}

export interface ClaimedAll {
  readonly reward: bigint; // reward-token wei, like `unbonded`
  readonly votes: bigint; // ALITA wei, like `revenue`
  readonly revenue: bigint;
  readonly unbonded: bigint;
}

/**
 * Takes everything that a pool owes the user in one transaction, all or nothing.
 * @throws DatawellError NotClaimable, NothingToClaim, NotProvider, NotVoted, ProposalLive, StillUnbonding
 */
export async function claimAll(client: Datawell, params: ClaimAllParams): Promise<Sent<ClaimedAll>> {
  const receipt = await transact(client, { to: params.pool, calls: callsOf(params) });
  return sent(receipt, claimedIn(receipt, params.pool));
}

/**
 * The same of several pools, all or nothing, through a wallet that sends calls as one.
 * @returns what was taken, pool by pool in the order given
 * @throws DatawellError NoBatches where the wallet does not, and what `claimAll` throws
 */
export async function claimTogether(
  client: Datawell,
  { pools }: { readonly pools: readonly ClaimAllParams[] },
): Promise<Sent<readonly ClaimedAll[]>> {
  const calls = pools.map((params) => ({ to: params.pool, data: joined(callsOf(params)) }));
  const receipt = await sendTogether(client, calls);
  if (receipt === undefined) throw new DatawellError("NoBatches");
  const claimed = pools.map(({ pool }) => claimedIn(receipt, pool));
  return sent(receipt, claimed);
}

function callsOf({ pool, contentTags, proposals, revenue, unbonded }: ClaimAllParams): readonly string[] {
  const at = poolAt(pool);
  return [
    ...(contentTags.length > 0 ? [encode(at, "claim", [contentTags, 0n])] : []),
    ...(proposals.length > 0 ? [encode(at, "claimVoteRewards", [proposals])] : []),
    ...(revenue ? [encode(at, "claimRevenue", [])] : []),
    ...(unbonded ? [encode(at, "withdraw", [])] : []),
  ];
}

/** What was taken of a pool in a transaction. */
function claimedIn(receipt: TransactionReceipt, pool: string): ClaimedAll {
  const at = poolAt(pool);
  const sum = (amounts: readonly { readonly amount: bigint }[]) =>
    amounts.reduce((all, { amount }) => all + amount, 0n);
  return {
    reward: eventsIn(receipt, at, "Claim").reduce((all, { paid }) => all + paid, 0n),
    votes: sum(eventsIn(receipt, at, "ClaimVoteReward")),
    revenue: sum(eventsIn(receipt, at, "ClaimRevenue")),
    unbonded: sum(eventsIn(receipt, at, "Withdraw")),
  };
}
