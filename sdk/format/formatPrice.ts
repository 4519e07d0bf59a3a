import { formatAmount } from "./formatAmount.ts";

const DIGITS = 6; // significant ones
const WAD = 10n ** 18n;

/** A price in Q128 (ALITA wei per Data Token wei) as ALITA per Data Token with six significant digits: "0.501243". */
export function formatPrice(priceX128: bigint): string {
  const wad = (priceX128 * WAD) >> 128n;
  const surplus = wad.toString().length - DIGITS;
  if (surplus <= 0) return formatAmount(wad);
  const step = 10n ** BigInt(surplus);
  return formatAmount(((wad + step / 2n) / step) * step);
}
