/** What a trade would do now, whatever its way. Token wei. */
export interface Offer {
  readonly amountIn: bigint;
  readonly amountOut: bigint;
  readonly maxIn: bigint;
  readonly minOut: bigint;
  readonly priceImpactBps: bigint;
}
