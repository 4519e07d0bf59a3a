import { z } from "zod";

/**
 * What the indexer answers, one definition for its OpenAPI document and for the types of the client. Amounts are
 * decimal strings of token wei, times unix seconds, shares basis points.
 */

const amount = z.string().regex(/^\d+$/);
const address = z.string();
const bytes32 = z.string();
const time = z.number().int();
const count = z.number().int();
const bps = z.number().int();

/** How far the index had come when it answered. */
export const atSchema = z.object({
  block: count,
  hash: bytes32,
  time, // of that block
  head: count, // newest block that the node told of
  lagBlocks: count, // from `block` to `head`
  lagSeconds: count, // from the block's time to the indexer's clock
});

export const placeSchema = z.object({ block: count, logIndex: count, time });

/* DATASETS */

export const datasetCardSchema = z.object({
  token: address,
  pair: address,
  pool: address,
  maker: address,
  name: z.string(),
  symbol: z.string(),
  metadata: bytes32, // digest of the newest document
  createdAt: time,
  price: amount, // ALITA wei for a whole Data Token
  reserveBase: amount,
  volume24h: amount, // ALITA wei
  trades: count,
  quality: bps, // mean of the live contributions
  providers: count,
  units: amount, // records of the live contributions
  licencePrice: amount,
  unitPrice: amount,
  listed: z.boolean(),
  closed: z.boolean(),
  lastActivity: time,
});

export const datasetSchema = datasetCardSchema.extend({
  metadataVersion: count,
  createdBlock: count,
  price24hAgo: amount.nullable(), // null: younger
  market: z.object({
    reserveData: amount,
    reserveBase: amount,
    liquidity: amount,
    supply: amount,
    initialSupply: amount,
    volumeBase: amount, // since the launch
    liquidityProviders: count,
    holders: count,
  }),
  launch: z.object({ makerFeeShare: bps, lockedUntil: time }),
  reward: z.object({
    inBase: z.boolean(), // true: ALITA, false: the Data Token
    maxIncentive: amount,
    updateMax: amount,
    escrow: amount, // neither earned nor pending
    minQuality: bps,
    nextMinQuality: z.object({ minQuality: bps, from: time }).nullable(),
    challengeWindow: count,
    contributions: count, // ever accepted
    liveContributions: count,
    open: z.boolean(),
    closingAt: time.nullable(),
  }),
  qualityHistogram: z.array(count).length(10), // live contributions by tenths of 100 %
  stake: z.object({
    enabled: z.boolean(),
    owner: amount,
    staked: amount,
    unbonding: count,
    slashBps: bps,
    similarityLanes: count,
    makerRevenue: amount,
  }),
  licence: z.object({ price: amount, period: count, sold: count, revenue: amount }),
  privacy: z.object({
    minCohort: count,
    cohort: count,
    epsilonPerJob: amount, // wad, like the other epsilons; 0: no such policy
    epsilonPerPeriod: amount,
    epsilonSpent: amount, // in the period that is running
    period: count,
    periodEnds: time.nullable(),
  }),
  compute: z.object({ unitPrice: amount, burnBps: bps, jobs: count }),
  attesterSet: bytes32,
  nextAttesterSet: z.object({ attesterSet: bytes32, from: time }).nullable(),
  arbiter: address.nullable(),
  gate: address.nullable(),
});

/* MARKET */

export const candleSchema = z.object({
  start: time,
  open: amount,
  high: amount,
  low: amount,
  close: amount,
  volumeBase: amount,
  volumeData: amount,
  buys: count,
  sells: count,
});

export const pricePointSchema = placeSchema.extend({ price: amount, reserveData: amount, reserveBase: amount });

export const tradeSchema = placeSchema.extend({
  side: z.enum(["buy", "sell"]),
  sender: address,
  account: address,
  dataAmount: amount,
  baseAmount: amount,
  price: amount, // afterwards
  transactionHash: bytes32,
});

export const liquidityChangeSchema = placeSchema.extend({
  token: address,
  change: z.enum(["add", "remove", "fee"]),
  account: address,
  dataAmount: amount,
  baseAmount: amount,
  liquidity: amount,
  transactionHash: bytes32,
});

export const positionSchema = z.object({
  token: address,
  pair: address,
  symbol: z.string(),
  account: address,
  liquidity: amount,
  share: bps, // of all liquidity, rounded down
  dataAmount: amount, // what it would give now, rounded down
  baseAmount: amount,
});

/* POOL */

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

/* COMPUTE */

export const JOB_STAGES = [
  "open", // waits for its settlement
  "expired", // nobody settled in time: refundable in full
  "challenge", // settled, may still be disputed
  "disputed", // waits for a ruling
  "unruled", // nobody ruled in time: refundable in full
  "final", // providers claim
  "void", // ruled for the consumer: refundable in full
  "refunded",
] as const;

export const jobSchema = z.object({
  jobId: bytes32,
  pool: address,
  token: address,
  consumer: address,
  coordinator: address,
  program: bytes32,
  openedAt: time,
  unitPrice: amount,
  unitData: amount,
  unitBurn: amount,
  maxUnits: amount,
  minCohort: count,
  epsilon: amount,
  deadline: time,
  coordinatorFee: amount,
  attesterSet: bytes32,
  arbiter: address.nullable(),
  salt: bytes32,
  basePaid: amount,
  phase: z.string(), // as the chain counts it
  stage: z.enum(JOB_STAGES), // with what time alone changed
  units: amount,
  takenUnits: amount,
  until: time.nullable(), // final from then on, or ruled before then
  resultDigest: bytes32.nullable(),
  payoutRoot: bytes32.nullable(),
  consented: z.boolean(),
  disputeId: amount,
  claims: count,
  feePaid: z.boolean(),
  refundedBase: amount,
  refundedData: amount,
  burnedData: amount,
  ended: z.boolean(),
});

export const jobClaimSchema = placeSchema.extend({
  jobId: bytes32,
  pool: address,
  provider: address,
  contribution: bytes32,
  leaf: count,
  units: amount,
  baseAmount: amount,
  dataAmount: amount,
});

export const postSchema = z.object({
  author: address,
  topic: bytes32,
  stage: count,
  root: bytes32,
  block: count,
  time,
});

/* PEOPLE */

export const holdingSchema = z.object({ token: address, symbol: z.string(), name: z.string(), amount, price: amount });

export const attesterSchema = z.object({
  attester: address,
  bond: amount,
  active: z.boolean(),
  withdrawableAt: time.nullable(),
  barred: z.boolean(),
  registeredAt: time,
});

export const eventSchema = placeSchema.extend({
  contract: z.string(),
  address,
  name: z.string(),
  token: address.nullable(),
  args: z.record(z.string(), z.unknown()), // integers as decimal strings
  transactionHash: bytes32,
});
