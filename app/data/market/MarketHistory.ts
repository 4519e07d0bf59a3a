import type { Candle } from "./Candle.ts";

/** The past of a market, ready to be drawn. */
export interface MarketHistory {
  readonly candles: readonly Candle[];
  readonly liquidity: readonly { readonly time: number; readonly value: number }[]; // ALITA in the pair
}
