import type { Shown } from "#sdk/actions/dataset/show.ts";
import { useState } from "preact/hooks";
import { useLive } from "../../chain/useLive.ts";
import { history } from "../../data/market/history.ts";
import type { MarketHistory } from "../../data/market/MarketHistory.ts";
import type { Span } from "../../data/market/spans.ts";
import { CandleChart } from "../../ui/charts/CandleChart.tsx";
import { Fault } from "../../ui/Fault.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { InlineSelect } from "../../ui/SelectField.tsx";
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
  ["fitting", "Automatic"],
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
      {data === undefined ? <Room /> : <Picture view={view} history={data} dataset={dataset} />}
    </section>
  );
}

interface PictureProps {
  readonly view: View;
  readonly history: MarketHistory;
  readonly dataset: Shown;
}

function Picture({ view, history: past, dataset }: PictureProps) {
  const { candles } = past;
  const ends = endsOf(candles[0]?.time ?? 0, candles.at(-1)?.time ?? 0);
  if (view !== "candles") {
    return <Loaded name="pictures" load={loadPictures} of={{ view, history: past, dataset, ends }} room={<Room />} />;
  }
  const title = `Price of ${dataset.symbol} in ALITA`;
  return <CandleChart formatTime={moment} format={short} {...{ title, candles, ends }} />;
}

const loadPictures = async () => (await import("./Pictures.tsx")).Pictures;

/** As large as the picture that is on its way. */
const Room = () => <span class="skeleton ds-chart-room" aria-label="loading" />;
