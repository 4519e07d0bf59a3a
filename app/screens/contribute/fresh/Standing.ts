/** Where a provider stands in the pool. */
export interface Standing {
  readonly rewarded: bigint; // reward-token wei of first contributions
  readonly staked: bigint; // reward-token wei
  readonly waitsUntil: bigint; // unix seconds: an update is challenged until then
}
