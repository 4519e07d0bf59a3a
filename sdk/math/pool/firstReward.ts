import { min } from "../min.ts";

export interface FirstRewardInputs {
  readonly maxIncentive: bigint; // reward-token wei
  readonly quality: bigint; // bps
  readonly rewarded: bigint; // reward-token wei the provider was credited before
  readonly escrow: bigint; // reward-token wei left
}

/** Reward (wei) of a first contribution: maxIncentive * quality, within the provider's cap and the escrow. */
export const firstReward = ({ maxIncentive, quality, rewarded, escrow }: FirstRewardInputs): bigint =>
  min((maxIncentive * quality) / 10_000n, maxIncentive - rewarded, escrow);
