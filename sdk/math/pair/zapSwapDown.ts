import { sqrtDown } from "../sqrtDown.ts";
import { FEE, FEE_UNIT } from "./constants.ts";

/** The part of `amountIn` that a zap sells first, token wei: the twin of PairMath.zapSwapDown. */
export function zapSwapDown(amountIn: bigint, reserveIn: bigint): bigint {
  const kept = FEE_UNIT - FEE;
  const linear = (FEE_UNIT + kept) * reserveIn;
  return (sqrtDown(linear * linear + 4n * kept * FEE_UNIT * reserveIn * amountIn) - linear) / (2n * kept);
}
