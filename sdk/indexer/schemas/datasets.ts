import { z } from "zod";
import { address, amount, bps, bytes32, count, time } from "./values.ts";

/* What /datasets answers. */

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
