import { Frame, HEIGHT, WIDTH } from "./Frame.tsx";
import { extent, roundValues, scale } from "./scale.ts";

export interface Point {
  readonly x: number; // unix seconds
  readonly y: number;
}

export interface LineChartProps {
  readonly title: string;
  readonly points: readonly Point[]; // in the order of x
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
  readonly names: readonly [string, string];
  readonly ends?: readonly [string, string];
}

/** One quantity over time. */
export function LineChart({ title, points, formatX, formatY, names, ends }: LineChartProps) {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return <p class="hint">{title}: nothing yet.</p>;
  const ys = points.map(({ y }) => y);
  const x = scale([first.x, last.x], [0, WIDTH]);
  const range = extent(ys);
  const y = scale(range, [HEIGHT, 0]);
  const levels = roundValues(range).map((value) => ({ y: y(value), label: formatY(value) }));
  const line = points.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join(" ");
  const says =
    `From ${formatY(first.y)} on ${formatX(first.x)} to ${formatY(last.y)} on ${formatX(last.x)}, ` +
    `between ${formatY(Math.min(...ys))} and ${formatY(Math.max(...ys))}.`;
  const table = () => [names, ...points.map((point) => [formatX(point.x), formatY(point.y)])];
  return (
    <Frame {...{ title, says, table, levels, ends }}>
      <polygon class="area" points={`0,${HEIGHT} ${line} ${WIDTH},${HEIGHT}`} />
      <polyline class="line" points={line} />
    </Frame>
  );
}
