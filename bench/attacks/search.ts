import type { Try } from "./Attack.ts";

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Looks for the greatest profit over a number: a coarse grid, then golden section around its best place.
 * @returns everything that was tried
 */
export function climb(low: number, high: number, tryAt: (x: number) => Try, { grid = 12, steps = 24 } = {}): Try[] {
  const width = (high - low) / grid;
  const places = Array.from({ length: grid + 1 }, (_, index) => low + index * width);
  const tries = places.map(tryAt);
  const top = tries.reduce((best, { profit }, index) => (profit > tries[best]!.profit ? index : best), 0);
  let [left, right] = [Math.max(low, places[top]! - width), Math.min(high, places[top]! + width)];
  for (let step = 0; step < steps; step++) {
    const reach = GOLDEN * (right - left);
    const [a, b] = [tryAt(right - reach), tryAt(left + reach)];
    tries.push(a, b);
    if (a.profit > b.profit) right = left + reach;
    else left = right - reach;
  }
  return tries;
}

/** `numerator / denominator` of a number, for bigints: x with nine digits. */
export const scaled = (amount: bigint, x: number): bigint => (amount * BigInt(Math.round(x * 1e9))) / 1_000_000_000n;

/** An amount between two, of a size as likely as any other. */
export function sized(random: () => number, least: bigint, most: bigint): bigint {
  const exponent = Math.log(Number(most) / Number(least)) * random();
  const amount = scaled(least, Math.min(Math.exp(exponent), 1e15));
  return amount < least ? least : amount > most ? most : amount;
}

export const pick = <T>(random: () => number, items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
