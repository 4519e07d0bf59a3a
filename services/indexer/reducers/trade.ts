import { mustGet } from "../state/must.ts";
import type { Row } from "../state/Table.ts";
import { candles } from "../tables/candles.ts";
import { datasets } from "../tables/datasets.ts";
import { trades } from "../tables/trades.ts";
import { priceOf } from "./priceOf.ts";
import { type Context, type EventOf, placeOf } from "./Reducer.ts";
import { requireSync } from "./requireReserves.ts";

/** Spans of the candles that are kept, seconds: five minutes, an hour, a day, a week. */
const RESOLUTIONS = [300, 3_600, 86_400, 604_800] as const;

/** The first Monday of 1970: weeks begin on Mondays. */
const FIRST_MONDAY = 4 * 86_400;

/** The beginning of the span that a moment lies in, unix seconds. */
export function startOf(time: number, resolution: number): number {
  const shift = resolution === 604_800 ? FIRST_MONDAY : 0;
  return time - ((time - shift) % resolution);
}

/** Books a trade, and its price and volume into the candles of its time. */
export async function swap(event: EventOf<"Pair", "Swap">, context: Context): Promise<void> {
  const { state, token } = context;
  requireSync(event, context);
  const dataset = await mustGet(state, datasets, [token]);
  const { sender, to } = event.args;
  const { dataIn, dataOut, baseIn, baseOut } = sidesOf(dataset, event);
  const isBuy = dataOut >= dataIn;
  const baseAmount = baseIn > baseOut ? baseIn - baseOut : baseOut - baseIn;
  const dataAmount = isBuy ? dataOut - dataIn : dataIn - dataOut;
  const trade = { side: isBuy ? "buy" : "sell", dataAmount, baseAmount };
  const { transactionHash } = event;
  const { price } = dataset;
  state.put(datasets, { ...dataset, trades: dataset.trades + 1, volumeBase: dataset.volumeBase + baseAmount });
  state.add(trades, { ...placeOf(event, context), ...trade, token, sender, account: to, price, transactionHash });
  const opened = priceOf(dataset.reserveBase - baseIn + baseOut, dataset.reserveData - dataIn + dataOut);
  for (const resolution of RESOLUTIONS) await draw(context, { ...trade, opened, price, resolution });
}

function sidesOf({ dataFirst }: Row<typeof datasets>, { args }: EventOf<"Pair", "Swap">) {
  const { amount0In, amount1In, amount0Out, amount1Out } = args;
  return dataFirst
    ? { dataIn: amount0In, dataOut: amount0Out, baseIn: amount1In, baseOut: amount1Out }
    : { dataIn: amount1In, dataOut: amount1Out, baseIn: amount0In, baseOut: amount0Out };
}

interface Drawn {
  readonly side: string;
  readonly dataAmount: bigint;
  readonly baseAmount: bigint;
  readonly opened: bigint; // price before
  readonly price: bigint; // price after
  readonly resolution: number;
}

async function draw({ state, token, time }: Context, trade: Drawn): Promise<void> {
  const { side, dataAmount, baseAmount, opened, price, resolution } = trade;
  const start = startOf(time, resolution);
  const candle = await state.get(candles, [token, resolution, start]);
  const { open, high, low } = candle ?? { open: opened, high: opened, low: opened };
  const volumeBase = (candle?.volumeBase ?? 0n) + baseAmount;
  state.put(candles, {
    token,
    resolution,
    start,
    open,
    high: price > high ? price : high,
    low: price < low ? price : low,
    close: price,
    volumeBase,
    volumeData: (candle?.volumeData ?? 0n) + dataAmount,
    volumeRank: Number(volumeBase),
    buys: (candle?.buys ?? 0) + Number(side === "buy"),
    sells: (candle?.sells ?? 0) + Number(side === "sell"),
  });
}
