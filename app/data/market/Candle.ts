/** What a price did in a span of time, and how much was traded. */
export interface Candle {
  readonly time: number; // unix seconds of its beginning
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number; // ALITA
}
