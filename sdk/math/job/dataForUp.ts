const MAX = 2n ** 256n - 1n;

/** Data Token wei worth `baseAmount` ALITA wei at a price in Q128, rounded up: the twin of JobMoney.dataForUp. */
export function dataForUp(baseAmount: bigint, priceX128: bigint): bigint {
  if (baseAmount >> 128n >= priceX128) return MAX;
  return ((baseAmount << 128n) + priceX128 - 1n) / priceX128;
}
