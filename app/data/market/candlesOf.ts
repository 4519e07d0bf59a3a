import type { Candle } from "./Candle.ts";
import type { Tick } from "./Tick.ts";

/**
 * The candles of some ticks (in order of time), one for every span in which something happened. A candle opens where the
 * one before closed.
 * @param seconds length of a span
 */
export function candlesOf(ticks: readonly Tick[], seconds: number): readonly Candle[] {
  const candles: Candle[] = [];
  for (const { time, price, volume } of ticks) {
    const begin = Math.floor(time / seconds) * seconds;
    const last = candles.at(-1);
    if (last?.time === begin) candles[candles.length - 1] = grown(last, price, volume);
    else candles.push(grown(flat(last?.close ?? price, begin), price, volume));
  }
  return candles;
}

const flat = (price: number, time: number): Candle => ({
  time,
  open: price,
  high: price,
  low: price,
  close: price,
  volume: 0,
});

const grown = (candle: Candle, price: number, volume: number): Candle => ({
  ...candle,
  high: Math.max(candle.high, price),
  low: Math.min(candle.low, price),
  close: price,
  volume: candle.volume + volume,
});

export interface ContinuousParams {
  readonly seconds: number; // of one span
  readonly until: number; // unix seconds, the last moment of interest
  readonly most: number; // the latest so many spans
}

/** The latest candles without gaps: where nothing happened, a flat one at the price of before. */
export function continuous(candles: readonly Candle[], { seconds, until, most }: ContinuousParams): readonly Candle[] {
  const [first] = candles;
  const end = Math.floor(until / seconds);
  if (first === undefined) return [];
  const start = Math.max(Math.floor(first.time / seconds), end - most + 1);
  const known = new Map(candles.map((candle) => [Math.floor(candle.time / seconds), candle]));
  let price = candles.findLast(({ time }) => time < start * seconds)?.close ?? first.open;
  const filled: Candle[] = [];
  for (let span = start; span <= end; span++) {
    const candle = known.get(span) ?? flat(price, span * seconds);
    filled.push(candle);
    price = candle.close;
  }
  return filled;
}
