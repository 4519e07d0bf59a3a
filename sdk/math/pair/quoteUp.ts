/** The amount of B worth `amountA` at the reserves' ratio, or up to 1 more, token wei: the twin of PairMath.quoteUp. */
export const quoteUp = (amountA: bigint, reserveA: bigint, reserveB: bigint): bigint =>
  (amountA * reserveB + reserveA - 1n) / reserveA;
