/** Amounts of a pair's `Swap`. */
export interface SwapAmounts {
  readonly amount0In: bigint;
  readonly amount1In: bigint;
  readonly amount0Out: bigint;
  readonly amount1Out: bigint;
}

/** ALITA wei that a swap moved, in or out, whichever is more. */
export function baseTraded(swap: SwapAmounts, isDataFirst: boolean): bigint {
  const [paid, taken] = isDataFirst ? [swap.amount1In, swap.amount1Out] : [swap.amount0In, swap.amount0Out];
  return paid > taken ? paid : taken;
}
