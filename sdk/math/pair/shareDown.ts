/** The part of `reserve` that belongs to `liquidity`, token wei: the twin of PairMath.shareDown. */
export const shareDown = (liquidity: bigint, reserve: bigint, supply: bigint): bigint => (liquidity * reserve) / supply;
