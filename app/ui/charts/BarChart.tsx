import { Frame, HEIGHT, WIDTH } from "./Frame.tsx";

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly isWeak?: boolean; // drawn hollow: below a line that matters
}

export interface BarChartProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly format: (value: number) => string;
  readonly names: readonly [string, string];
  readonly ends?: readonly [string, string];
}

/** Quantities side by side. */
export function BarChart({ title, bars, format, names, ends }: BarChartProps) {
  if (bars.length === 0) return <p class="hint">{title}: nothing yet.</p>;
  const most = Math.max(...bars.map(({ value }) => value), 1e-9);
  const step = WIDTH / bars.length;
  const highest = bars.reduce((best, bar) => (bar.value > best.value ? bar : best));
  const table = () => [names, ...bars.map(({ name, value }) => [name, format(value)])];
  return (
    <Frame {...{ title, table, ends }} says={`Most: ${highest.name}, ${format(highest.value)}.`}>
      {bars.map(({ name, value, isWeak }, index) => {
        const height = (value / most) * (HEIGHT - 4);
        return (
          <rect
            key={name}
            class={isWeak ? "bar weak" : "bar"}
            x={step * index + step * 0.1}
            width={step * 0.8}
            y={HEIGHT - height}
            height={height}
          />
        );
      })}
    </Frame>
  );
}
