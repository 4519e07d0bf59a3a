import { FEE, FEE_UNIT } from "./constants.ts";

/** Token wei of both sides after a swap, and what came in of each. */
export interface SwapBalances {
  readonly balance0: bigint;
  readonly balance1: bigint;
  readonly amount0In: bigint;
  readonly amount1In: bigint;
}

/** Whether a swap leaves the product of the reserves where it was after its fee: the twin of PairMath.keepsProduct. */
export function keepsProduct({ balance0, balance1, amount0In, amount1In }: SwapBalances, product: bigint): boolean {
  const taxed0 = balance0 * FEE_UNIT - amount0In * FEE;
  const taxed1 = balance1 * FEE_UNIT - amount1In * FEE;
  return taxed0 * taxed1 >= product * FEE_UNIT ** 2n;
}
