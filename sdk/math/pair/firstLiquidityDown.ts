import { sqrtDown } from "../sqrtDown.ts";

/** Liquidity of a first deposit, the locked minimum included: the twin of PairMath.firstLiquidityDown. */
export const firstLiquidityDown = (amount0: bigint, amount1: bigint): bigint => sqrtDown(amount0 * amount1);
