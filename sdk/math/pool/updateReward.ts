import { min } from "../min.ts";

export interface UpdateRewardInputs {
  readonly updateMax: bigint; // reward-token wei
  readonly quality: bigint; // bps
  readonly novelty: bigint; // bps
  readonly escrow: bigint; // reward-token wei left
}

/** Reward (wei) of an update, updateMax * quality * novelty within the escrow; at least that must be staked. */
export const updateReward = ({ updateMax, quality, novelty, escrow }: UpdateRewardInputs): bigint =>
  min((updateMax * quality * novelty) / 100_000_000n, escrow);
