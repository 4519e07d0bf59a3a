import { toDecimal } from "#sdk/format/decimal.ts";
import type { Tick } from "./Tick.ts";

/** The reserves of a pair after a change, and the trade that made it, if one did; both in token wei. */
export interface MarketStep {
  readonly time: number; // unix seconds
  readonly reserveData: bigint;
  readonly reserveBase: bigint;
  readonly baseTraded: bigint;
}

/** Token wei as a number for a picture: never for an amount that somebody pays. */
export const approximate = (wei: bigint): number => Number(toDecimal(wei));

/** What a picture of the market shows of its steps; a market without reserves has no price and is left out. */
export function ticksOf(steps: readonly MarketStep[]): readonly Tick[] {
  return steps.flatMap(({ time, reserveData, reserveBase, baseTraded }) => {
    if (reserveData === 0n || reserveBase === 0n) return [];
    const price = Number(reserveBase) / Number(reserveData);
    return [{ time, price, liquidity: approximate(reserveBase), volume: approximate(baseTraded) }];
  });
}
