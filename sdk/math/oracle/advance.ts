import { TAU, WAD } from "./constants.ts";
import { expWad } from "./expWad.ts";

/** The average (2^-40) after a price stood for `elapsed` seconds: the twin of PriceOracle.advance. */
export function advance(average: bigint, lnStanding: bigint, elapsed: bigint): bigint {
  const weight = WAD - expWad(-((elapsed * WAD) / TAU));
  return average + ((lnStanding - average) * weight) / WAD;
}
