import type { Money } from "./Money.ts";
import { units } from "./units.ts";

const SIGNIFICANT = 6; // digits

/** What one whole Data Token costs, from a price in ALITA wei per Data Token wei, Q128. */
export function price(priceX128: bigint, base: Money): string {
  const wei = nearest(priceX128 * 10n ** 18n, 2n ** 128n);
  const step = 10n ** BigInt(Math.max(0, wei.toString().length - SIGNIFICANT));
  const rounded = nearest(wei, step) * step;
  return `${rounded === wei ? "" : "about "}${units(rounded, base)}`;
}

const nearest = (value: bigint, divisor: bigint): bigint => (value + divisor / 2n) / divisor;
