/** One pair on a trade's way, as it stood before. */
export interface Hop {
  readonly reserveIn: bigint;
  readonly reserveOut: bigint;
}

const BPS = 10_000n;

/** How much worse a trade through pairs is than at their spot prices, their fees left out; basis points, rounded down. */
export function priceImpactDown(amountIn: bigint, amountOut: bigint, hops: readonly Hop[]): bigint {
  const above = hops.reduce((product, { reserveOut }) => product * 997n * reserveOut, amountIn);
  const below = hops.reduce((product, { reserveIn }) => product * 1_000n * reserveIn, 1n);
  const atSpot = above / below;
  return atSpot <= amountOut ? 0n : ((atSpot - amountOut) * BPS) / atSpot;
}
