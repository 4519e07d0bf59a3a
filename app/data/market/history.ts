import { pairAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import type { Candle as IndexedCandle } from "#sdk/indexer/types.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { head } from "../../chain/head.ts";
import { reader } from "../../chain/site.ts";
import { fromIndex } from "../services.ts";
import { sparingly } from "../sparingly.ts";
import type { Candle } from "./Candle.ts";
import { candlesOf, continuous } from "./candlesOf.ts";
import { historyFromChain } from "./historyFromChain.ts";
import type { MarketHistory } from "./MarketHistory.ts";
import { fittingSpan, type Span, SPANS } from "./spans.ts";
import { approximate } from "./ticksOf.ts";

const MOST = 60; // candles
const MOST_POINTS = 100; // of the line of liquidity
const AN_HOUR = 3_600_000; // milliseconds

/**
 * The past of a dataset's market: from the indexer where there is one, else from the events of its pair.
 * @param chosen of the candles; undefined: the span that fits the age of the market
 */
export async function history(dataset: Dataset, chosen?: Span): Promise<MarketHistory> {
  const now = head.value?.timestamp ?? Math.floor(Date.now() / 1_000);
  const span = chosen ?? fittingSpan(now - (await birthOf(dataset)));
  const past = (await indexed(dataset, span)) ?? (await told(dataset, span));
  return { ...past, candles: continuous(past.candles, { seconds: SPANS[span], until: now, most: MOST }) };
}

/** When a pair was made, unix seconds. */
const birthOf = ({ pair }: Dataset): Promise<number> =>
  sparingly(reader(), `birth ${pair}`, AN_HOUR, async () =>
    Number(await read(reader(), pairAt(pair), "createdAt", [])),
  );

async function indexed({ token }: Dataset, resolution: Span): Promise<MarketHistory | undefined> {
  const [answer, points] = await Promise.all([
    fromIndex((index) => index.candles(token, { resolution, limit: MOST + 1 })),
    fromIndex((index) => index.prices(token, { limit: MOST_POINTS })),
  ]);
  if (answer === undefined || points === undefined) return undefined;
  const liquidity = points.items.map(({ time, reserveBase }) => ({ time, value: approximate(BigInt(reserveBase)) }));
  return { candles: answer.items.map(drawn), liquidity: liquidity.toSorted((a, b) => a.time - b.time) };
}

const drawn = ({ start, open, high, low, close, volumeBase }: IndexedCandle): Candle => ({
  time: start,
  open: approximate(BigInt(open)),
  high: approximate(BigInt(high)),
  low: approximate(BigInt(low)),
  close: approximate(BigInt(close)),
  volume: approximate(BigInt(volumeBase)),
});

async function told(dataset: Dataset, span: Span): Promise<MarketHistory> {
  const ticks = await historyFromChain(reader(), dataset);
  const points = thinned(ticks, MOST_POINTS);
  return {
    candles: candlesOf(ticks, SPANS[span]),
    liquidity: points.map(({ time, liquidity }) => ({ time, value: liquidity })),
  };
}

/** At most so many of them, evenly chosen, the last one among them. */
function thinned<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, all.length / most);
  return all.filter((_, index) => Math.floor((index + 1) / step) > Math.floor(index / step));
}
