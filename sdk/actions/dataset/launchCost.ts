import type { DatasetParams, PoolParams } from "../../types/Dataset.ts";

export interface LaunchCostParams extends Pick<DatasetParams, "liquidityBase"> {
  readonly pool: Pick<PoolParams, "rewardInBase" | "allocation">;
}

/** ALITA wei that a launch takes: the liquidity, and the allocation if rewards are in ALITA. */
export const launchCost = ({ liquidityBase, pool }: LaunchCostParams): bigint =>
  liquidityBase + (pool.rewardInBase ? pool.allocation : 0n);
