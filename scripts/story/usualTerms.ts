import { parseEther, ZeroAddress } from "ethers";
import type { PoolParams } from "#sdk/types/Dataset.ts";
import { DAY } from "./time.ts";

/** A pool's terms but its attesters, who are the same in all of the story. */
export type PoolTerms = Omit<PoolParams, "attesterSet">;

/** What makers in the story agree on, unless they say otherwise. */
export const USUAL_TERMS = {
  rewardInBase: false,
  staking: true,
  listed: true,
  unitPrice: parseEther("0.01"),
  minQuality: 8_000n,
  slashBps: 5_000n,
  burnBps: 1_000n,
  similarityLanes: 48n,
  licencePeriod: 30n * DAY,
  minCohort: 3n,
  privacyPeriod: 30n * DAY,
  epsilonPerJob: parseEther("1"),
  epsilonPerPeriod: parseEther("10"),
  gate: ZeroAddress,
  arbiter: ZeroAddress,
} as const satisfies Partial<PoolTerms>;
