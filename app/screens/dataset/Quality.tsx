import type { Shown } from "#sdk/actions/dataset/show.ts";
import type { Accepted } from "../../data/pool/liveContributions.ts";
import { totalsOf } from "../../data/pool/liveContributions.ts";
import { qualityHistogram } from "../../data/pool/qualityHistogram.ts";
import { Frame, HEIGHT, WIDTH } from "../../ui/charts/Frame.tsx";
import { scale } from "../../ui/charts/scale.ts";
import { Facts } from "../../ui/Facts.tsx";
import { percent } from "../../ui/money.ts";
import { Unknown } from "../../ui/Money.tsx";
import { dayAndTime } from "../../ui/time.ts";
import { count } from "./numbers.ts";

export interface QualityProps {
  readonly dataset: Shown;
  readonly live: readonly Accepted[] | undefined;
}

/** How good the contributions are, and how good new ones must be. */
export function Quality({ dataset, live }: QualityProps) {
  const { minQuality, coming } = dataset.status;
  const totals = live && totalsOf(live);
  const mean = totals?.quality;
  return (
    <section class="card" aria-labelledby="quality-title">
      <h2 id="quality-title">Quality</h2>
      <Facts
        of={[
          ["Mean", totals === undefined ? <Unknown /> : mean === undefined ? "no contribution yet" : percent(mean)],
          ["Rows", totals === undefined ? <Unknown /> : count(totals.units)],
          ["Least that is accepted", percent(minQuality)],
          coming.minQuality && [`From ${dayAndTime(coming.minQuality.from)}`, percent(coming.minQuality.value)],
        ]}
      />
      {live !== undefined && live.length > 0 && <Histogram live={live} least={minQuality} />}
    </section>
  );
}

interface HistogramProps {
  readonly live: readonly Accepted[];
  readonly least: bigint; // bps
}

function Histogram({ live, least }: HistogramProps) {
  const counts = qualityHistogram(live.map(({ quality }) => quality));
  const y = scale([0, Math.max(...counts)], [HEIGHT, 8]);
  const step = WIDTH / counts.length;
  const line = (Number(least) / 10_000) * WIDTH;
  const names = counts.map((_, bin) => `${bin * 10} to ${bin * 10 + 10} %`);
  const best = counts.indexOf(Math.max(...counts));
  const says = `Most contributions, ${counts[best]}, have ${names[best]}; new ones need ${percent(least)}.`;
  const ends = ["0 %", `dashed: ${percent(least)}, the least`, "100 %"];
  const table = () => [["Quality", "Contributions"], ...counts.map((value, bin) => [names[bin] ?? "", count(value)])];
  return (
    <Frame title="Contributions by quality" {...{ says, table, ends }}>
      {counts.map((value, bin) => (
        <rect
          key={bin}
          class="bar"
          x={bin * step + step * 0.1}
          width={step * 0.8}
          y={y(value)}
          height={HEIGHT - y(value)}
        />
      ))}
      <line class="ds-least" x1={line} x2={line} y1="0" y2={HEIGHT} />
    </Frame>
  );
}
