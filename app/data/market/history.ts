import type { Candle as IndexedCandle } from "#sdk/indexer/types.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { head } from "../../chain/head.ts";
import { reader } from "../../chain/site.ts";
import { fromIndex } from "../services.ts";
import { type Candle, candlesOf } from "./candlesOf.ts";
import { historyFromChain } from "./historyFromChain.ts";
import type { MarketHistory } from "./MarketHistory.ts";
import { fittingSpan, type Span, SPANS } from "./spans.ts";
import { approximate } from "./ticksOf.ts";

const MOST = 60; // candles
const MOST_POINTS = 100; // of the line of liquidity

/**
 * The past of a dataset's market: from the indexer where there is one, else from the events of its pair.
 * @param span of the candles; undefined: the one that fits the age of the market
 */
export async function history(dataset: Dataset, span?: Span): Promise<MarketHistory> {
  return (await fromIndexed(dataset, span ?? "1d")) ?? (await fromEvents(dataset, span));
}

async function fromIndexed({ token }: Dataset, resolution: Span): Promise<MarketHistory | undefined> {
  const from = Math.max(0, (head.value?.timestamp ?? 0) - MOST * SPANS[resolution]);
  const [answer, points] = await Promise.all([
    fromIndex((index) => index.candles(token, { resolution, from, limit: MOST })),
    fromIndex((index) => index.prices(token, { limit: MOST_POINTS })),
  ]);
  if (answer === undefined || points === undefined) return undefined;
  const liquidity = points.items.map(({ time, reserveBase }) => ({ time, value: approximate(BigInt(reserveBase)) }));
  return {
    candles: answer.items.map(drawn).toSorted((a, b) => a.time - b.time),
    liquidity: liquidity.toSorted((a, b) => a.time - b.time),
    source: "index",
  };
}

const drawn = ({ start, open, high, low, close, volumeBase }: IndexedCandle): Candle => ({
  time: start,
  open: approximate(BigInt(open)),
  high: approximate(BigInt(high)),
  low: approximate(BigInt(low)),
  close: approximate(BigInt(close)),
  volume: approximate(BigInt(volumeBase)),
});

async function fromEvents(dataset: Dataset, span?: Span): Promise<MarketHistory> {
  const ticks = await historyFromChain(reader(), dataset);
  const until = Math.max(head.value?.timestamp ?? 0, ticks.at(-1)?.time ?? 0);
  const seconds = SPANS[span ?? fittingSpan(until - (ticks[0]?.time ?? until))];
  return {
    candles: candlesOf(ticks, { seconds, until, most: MOST }),
    liquidity: thinned(ticks, MOST_POINTS).map(({ time, liquidity }) => ({ time, value: liquidity })),
    source: "chain",
  };
}

/** At most so many of them, evenly chosen, the last one among them. */
function thinned<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, all.length / most);
  return all.filter((_, index) => Math.floor((index + 1) / step) > Math.floor(index / step));
}
