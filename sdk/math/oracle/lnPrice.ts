import { LN_SHIFT, ONE, WAD } from "./constants.ts";
import { lnWad } from "./lnWad.ts";

/** ln(ALITA wei per Data Token wei) of two reserves above zero, in 2^-40: the twin of PriceOracle.lnPrice. */
export const lnPrice = (reserveBase: bigint, reserveData: bigint): bigint =>
  ((lnWad((reserveBase << 160n) / reserveData) + LN_SHIFT) * ONE) / WAD;
