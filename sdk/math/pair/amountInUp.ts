import { FEE, FEE_UNIT } from "./constants.ts";

/** What `amountOut` (below `reserveOut`) costs with the fee, token wei: the twin of PairMath.amountInUp. */
export const amountInUp = (amountOut: bigint, reserveIn: bigint, reserveOut: bigint): bigint =>
  (reserveIn * amountOut * FEE_UNIT) / ((reserveOut - amountOut) * (FEE_UNIT - FEE)) + 1n;
