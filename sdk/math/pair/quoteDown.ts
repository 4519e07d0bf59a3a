/** The amount of B worth `amountA` at the reserves' ratio, token wei: the twin of PairMath.quoteDown. */
export const quoteDown = (amountA: bigint, reserveA: bigint, reserveB: bigint): bigint =>
  (amountA * reserveB) / reserveA;
