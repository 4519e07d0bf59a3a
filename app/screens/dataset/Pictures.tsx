import type { Shown } from "#sdk/actions/dataset/show.ts";
import type { MarketHistory } from "../../data/market/MarketHistory.ts";
import { BarChart } from "../../ui/charts/BarChart.tsx";
import { LineChart } from "../../ui/charts/LineChart.tsx";
import { DepthChart } from "./DepthChart.tsx";
import { moment, short } from "./numbers.ts";

export interface PicturesProps {
  readonly view: "price" | "volume" | "liquidity" | "depth";
  readonly history: MarketHistory;
  readonly dataset: Shown;
  readonly ends: readonly [string, string]; // of the time that is shown
}

/** Pictures of a market beside its candles, which few look at: loaded when they are chosen. */
export function Pictures({ view, history, dataset, ends }: PicturesProps) {
  const { candles, liquidity } = history;
  if (view === "depth") return <DepthChart data={dataset.market.reserveData} base={dataset.market.reserveBase} />;
  if (view === "volume") {
    const bars = candles.map(({ time, volume }) => ({ name: moment(time), value: volume }));
    return <BarChart title="Traded, in ALITA" format={short} names={["Time", "ALITA"]} {...{ bars, ends }} />;
  }
  const [title, points] =
    view === "price"
      ? [`Price of ${dataset.symbol} in ALITA`, candles.map(({ time, close }) => ({ x: time, y: close }))]
      : ["ALITA in the market", liquidity.map(({ time, value }) => ({ x: time, y: value }))];
  return <LineChart formatX={moment} formatY={short} names={["Time", "ALITA"]} {...{ title, points, ends }} />;
}
