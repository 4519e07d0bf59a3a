/** A licence's price (ALITA wei) between the stakers and the maker, rounded for the maker. */
export function splitRevenue(
  amount: bigint,
  ownerStake: bigint,
  totalStaked: bigint,
): { readonly toStakers: bigint; readonly toMaker: bigint } {
  const toStakers = totalStaked === 0n ? 0n : (amount * totalStaked) / (ownerStake + totalStaked);
  return { toStakers, toMaker: amount - toStakers };
}
