import { FEE, FEE_UNIT } from "./constants.ts";

/** What `amountIn` buys after the fee, token wei: the twin of PairMath.amountOutDown. */
export function amountOutDown(amountIn: bigint, reserveIn: bigint, reserveOut: bigint): bigint {
  const taxed = amountIn * (FEE_UNIT - FEE);
  return (taxed * reserveOut) / (reserveIn * FEE_UNIT + taxed);
}
