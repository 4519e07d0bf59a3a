import { approximate } from "./ticksOf.ts";

/** What somebody must trade to move the price to a point. */
export interface Depth {
  readonly change: number; // per cent of today's price
  readonly price: number; // ALITA for one Data Token
  readonly amount: number; // ALITA: paid by buyers above today's price, taken by sellers below it
}

const CHANGES = [-50, -40, -30, -20, -10, -5, -2, 2, 5, 10, 20, 30, 40, 50];

/**
 * How deep a constant product market is, fee aside: along k = base * data the reserve of ALITA goes with the root of the
 * price.
 */
export function depthOf(reserves: { readonly data: bigint; readonly base: bigint }): readonly Depth[] {
  const [data, base] = [approximate(reserves.data), approximate(reserves.base)];
  if (data === 0 || base === 0) return [];
  return CHANGES.map((change) => {
    const factor = 1 + change / 100;
    return { change, price: (base / data) * factor, amount: base * Math.abs(Math.sqrt(factor) - 1) };
  });
}
