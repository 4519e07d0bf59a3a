import type { DatasetParams } from "../../types/Dataset.ts";

/** ALITA wei that a launch takes: the liquidity, and the allocation if rewards are in ALITA. */
export const launchCost = ({ liquidityBase, pool }: DatasetParams): bigint =>
  liquidityBase + (pool.rewardInBase ? pool.allocation : 0n);
