import { LN_Q128, ONE, WAD } from "./constants.ts";
import { expWad } from "./expWad.ts";

/** e^average as ALITA wei per Data Token wei, Q128: the twin of PriceOracle.toPriceX128. */
export const toPriceX128 = (average: bigint): bigint => expWad((average * WAD) / ONE + LN_Q128);
