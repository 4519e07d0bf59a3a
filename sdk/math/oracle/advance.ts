import { LN_2, TAU, WAD } from "./constants.ts";
import { expWad } from "./expWad.ts";

/** The average (2^-40) after a price stood for `elapsed` seconds: the twin of PriceOracle.advance. */
export function advance(average: bigint, lnStanding: bigint, elapsed: bigint): bigint {
  const gap = lnStanding - average;
  const time = (elapsed * WAD) / TAU;
  if (gap <= LN_2 && gap >= -LN_2) return lnStanding - (gap * expWad(-time)) / WAD;
  const step = gap > 0n ? LN_2 : -LN_2;
  const far = ((gap - step) * WAD) / step;
  return time <= far ? average + (step * time) / WAD : lnStanding - (step * expWad(far - time)) / WAD;
}
