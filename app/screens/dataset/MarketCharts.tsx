import type { Shown } from "#sdk/actions/dataset/show.ts";
import { useState } from "preact/hooks";
import { useLive } from "../../chain/useLive.ts";
import { history } from "../../data/market/history.ts";
import type { MarketHistory } from "../../data/market/MarketHistory.ts";
import type { Span } from "../../data/market/spans.ts";
import { BarChart } from "../../ui/charts/BarChart.tsx";
import { CandleChart } from "../../ui/charts/CandleChart.tsx";
import { LineChart } from "../../ui/charts/LineChart.tsx";
import { Fault } from "../../ui/Fault.tsx";
import { InlineSelect } from "../../ui/SelectField.tsx";
import { DepthChart } from "./DepthChart.tsx";
import { endsOf, moment, short } from "./numbers.ts";

export interface MarketChartsProps {
  readonly dataset: Shown;
}

const VIEWS = [
  ["candles", "Candles"],
  ["price", "Price"],
  ["volume", "Volume"],
  ["liquidity", "Liquidity"],
  ["depth", "Depth"],
] as const;

const SPANS = [
  ["fitting", "Fitting"],
  ["5m", "5 min"],
  ["1h", "1 hour"],
  ["1d", "1 day"],
  ["1w", "1 week"],
] as const;

type View = (typeof VIEWS)[number][0];

/** The past of a dataset's market, and what it could bear now. */
export function MarketCharts({ dataset }: MarketChartsProps) {
  const [view, setView] = useState<View>("candles");
  const [span, setSpan] = useState<(typeof SPANS)[number][0]>("fitting");
  const chosen: Span | undefined = span === "fitting" ? undefined : span;
  const { data, error, retry } = useLive(`history ${dataset.pair} ${span}`, () => history(dataset, chosen));
  return (
    <section class="card ds-market" aria-labelledby="market-title">
      <h2 id="market-title">Market</h2>
      <div class="ds-choices">
        <InlineSelect label="Show" options={VIEWS} value={view} onValue={setView} />
        {view !== "depth" && view !== "liquidity" && (
          <InlineSelect label="Span" options={SPANS} value={span} onValue={setSpan} />
        )}
      </div>
      <Fault of={data === undefined ? error : undefined} retry={retry} />
      {view === "depth" ? (
        <DepthChart data={dataset.market.reserveData} base={dataset.market.reserveBase} />
      ) : data === undefined ? (
        <span class="skeleton ds-chart-room" aria-label="loading" />
      ) : (
        <Picture view={view} data={data} symbol={dataset.symbol} />
      )}
    </section>
  );
}

interface PictureProps {
  readonly view: Exclude<View, "depth">;
  readonly data: MarketHistory;
  readonly symbol: string;
}

function Picture({ view, data, symbol }: PictureProps) {
  const { candles, liquidity } = data;
  const price = `Price of ${symbol} in ALITA`;
  const [first, last] = [candles[0], candles.at(-1)];
  const ends = endsOf(first?.time ?? 0, last?.time ?? 0);
  if (view === "candles") {
    return <CandleChart title={price} formatTime={moment} format={short} {...{ candles, ends }} />;
  }
  if (view === "price") {
    const points = candles.map(({ time, close }) => ({ x: time, y: close }));
    return <LineChart title={price} formatX={moment} formatY={short} names={["Time", "ALITA"]} {...{ points, ends }} />;
  }
  if (view === "volume") {
    const bars = candles.map(({ time, volume }) => ({ name: moment(time), value: volume }));
    return <BarChart title="Traded, in ALITA" format={short} names={["Time", "ALITA"]} {...{ bars, ends }} />;
  }
  const points = liquidity.map(({ time, value }) => ({ x: time, y: value }));
  return (
    <LineChart
      title="ALITA in the market"
      formatX={moment}
      formatY={short}
      names={["Time", "ALITA"]}
      {...{ points, ends }}
    />
  );
}
