import { z } from "zod";
import { placeSchema } from "./places.ts";
import { address, amount, bps, bytes32, count, time } from "./values.ts";

/* What a dataset's pages about its pool answer. */

export const contributionSchema = z.object({
  pool: address,
  contentTag: bytes32,
  provider: address,
  kind: z.enum(["device", "remote"]),
  contentRoot: bytes32,
  metadata: bytes32,
  units: amount,
  parent: bytes32.nullable(),
  quality: bps,
  novelty: bps,
  number: count,
  submittedAt: time,
  claimableAt: time,
  revokedAt: time.nullable(),
  slashed: z.boolean(),
  credited: amount,
  reward: amount, // of it, not taken yet; re-allocations included
});

export const providerSchema = z.object({
  pool: address,
  token: address,
  symbol: z.string(),
  account: address,
  rewarded: amount, // counts against the cap
  cap: amount,
  earned: amount,
  pending: amount,
  claimable: amount,
  claimed: amount,
  forfeited: amount,
  slashed: amount,
  contributions: count,
  staked: amount,
  stakeRoom: amount,
  unbonding: amount,
  unbondedAt: time.nullable(),
  lockedUntil: time.nullable(),
  revenueClaimable: amount,
  revenueClaimed: amount,
  computeBase: amount,
  computeData: amount,
});

export const stakeSchema = z.object({ account: address, staked: amount, unbonding: amount, share: bps });

export const stakeChangeSchema = placeSchema.extend({
  pool: address,
  account: address,
  change: z.enum(["stake", "unstake", "withdraw", "slash"]),
  amount,
  staked: amount,
  totalStaked: amount,
});

export const voteSchema = placeSchema.extend({ voter: address, support: z.boolean(), weight: amount });

export const proposalSchema = z.object({
  pool: address,
  id: bytes32,
  number: count,
  kind: z.enum(["price", "parameter"]),
  buyer: address.nullable(),
  price: amount.nullable(),
  duration: count.nullable(),
  parameter: z.enum(["MinQuality", "UnitPrice", "Attesters"]).nullable(),
  data: z.string().nullable(),
  voteBudget: amount,
  salt: bytes32,
  proposedAt: time,
  expiry: time,
  state: z.enum(["voting", "passed", "expired", "accepted", "rejected", "executed", "cancelled"]),
  endedAt: time.nullable(),
  ownerStake: amount, // at the snapshot, like the next
  totalStaked: amount,
  neededAtFirst: amount,
  needed: amount, // yes votes still missing
  yes: amount,
  no: amount,
  rewardsClaimed: amount,
  budgetReclaimed: z.boolean(),
});

export const slashSchema = placeSchema.extend({
  offence: z.enum(["duplicate", "equivocation"]),
  pool: address,
  offender: address,
  prover: address,
  older: bytes32.nullable(),
  contribution: bytes32,
  lanes: count,
  forfeited: amount,
  slashed: amount,
  bounty: amount,
});

export const licenceSchema = z.object({
  pool: address,
  token: address,
  symbol: z.string(),
  licensee: address,
  since: time,
  until: time,
  active: z.boolean(),
  sales: count,
  paid: amount,
});

export const licenceSaleSchema = placeSchema.extend({
  pool: address,
  buyer: address,
  licensee: address,
  paid: amount,
  toStakers: amount,
  until: time,
});
