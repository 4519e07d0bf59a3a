import type { Reserves } from "./Reserves.ts";

/** Liquidity of a later deposit, the smaller of the two proportions: the twin of PairMath.liquidityDown. */
export function liquidityDown(data: bigint, base: bigint, reserves: Reserves): bigint {
  const byData = (data * reserves.supply) / reserves.data;
  const byBase = (base * reserves.supply) / reserves.base;
  return byData < byBase ? byData : byBase;
}
