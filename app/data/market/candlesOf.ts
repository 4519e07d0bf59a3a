import type { Tick } from "./Tick.ts";

/** What a price did in a span of time, and how much was traded. */
export interface Candle {
  readonly time: number; // unix seconds of its beginning
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number; // ALITA
}

export interface CandlesParams {
  readonly seconds: number; // of one candle
  readonly until: number; // unix seconds, the last moment of interest
  readonly most?: number; // the latest so many
}

/**
 * The candles of some ticks (in order of time), one for every span from the first tick on, or the last `most` of them. A
 * candle opens where the one before closed; one in which nothing happened is flat.
 */
export function candlesOf(ticks: readonly Tick[], { seconds, until, most = 60 }: CandlesParams): readonly Candle[] {
  const spanOf = (time: number): number => Math.floor(time / seconds);
  const known = ticks.filter(({ time }) => time <= until);
  const [first] = known;
  if (first === undefined) return [];
  const from = Math.max(spanOf(first.time), spanOf(until) - most + 1);
  const before = known.findLast(({ time }) => spanOf(time) < from) ?? first;
  const inside = new Map<number, Tick[]>();
  for (const tick of known) {
    const span = spanOf(tick.time);
    const others = inside.get(span);
    if (others === undefined) inside.set(span, [tick]);
    else others.push(tick);
  }
  const candles: Candle[] = [];
  let open = before.price;
  for (let span = from; span <= spanOf(until); span++) {
    const candle = candleOf(open, inside.get(span) ?? [], span * seconds);
    candles.push(candle);
    open = candle.close;
  }
  return candles;
}

function candleOf(open: number, ticks: readonly Tick[], time: number): Candle {
  const prices = [open, ...ticks.map(({ price }) => price)];
  const volume = ticks.reduce((sum, tick) => sum + tick.volume, 0);
  return { time, open, high: most(prices), low: least(prices), close: prices.at(-1) ?? open, volume };
}

/* A day can hold more trades than a call takes arguments. */
const most = (values: readonly number[]): number => values.reduce((best, value) => Math.max(best, value));
const least = (values: readonly number[]): number => values.reduce((best, value) => Math.min(best, value));
