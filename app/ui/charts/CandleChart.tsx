import type { Candle } from "../../data/market/Candle.ts";
import { Frame, HEIGHT, WIDTH } from "./Frame.tsx";
import { extent, roundValues, scale } from "./scale.ts";

export interface CandleChartProps {
  readonly title: string;
  readonly candles: readonly Candle[]; // in order of time
  readonly formatTime: (time: number) => string;
  readonly format: (value: number) => string;
  readonly ends?: readonly [string, string];
}

const PRICES = HEIGHT * 0.75; // the rest below is the volume's

/** Prices by spans of time, with the volume below. Rising spans are hollow, falling ones filled: not by colour alone. */
export function CandleChart({ title, candles, formatTime, format, ends }: CandleChartProps) {
  const [first, last] = [candles[0], candles.at(-1)];
  if (first === undefined || last === undefined) return <p class="hint">{title}: no trade yet.</p>;
  const range = extent(candles.flatMap(({ low, high }) => [low, high]));
  const y = scale(range, [PRICES, 0]);
  const levels = roundValues(range).map((price) => ({ y: y(price), label: format(price) }));
  const volume = scale([0, Math.max(...candles.map((candle) => candle.volume))], [0, HEIGHT - PRICES - 8]);
  const step = WIDTH / candles.length;
  const says = `${candles.length} spans from ${formatTime(first.time)} to ${formatTime(last.time)}, last price ${format(last.close)}.`;
  const table = () => [
    ["Time", "Open", "High", "Low", "Close", "Volume"],
    ...candles.map((candle) => [
      formatTime(candle.time),
      ...[candle.open, candle.high, candle.low, candle.close, candle.volume].map(format),
    ]),
  ];
  return (
    <Frame {...{ title, says, table, levels, ends }}>
      {candles.map((candle, index) => {
        const middle = step * (index + 0.5);
        const [top, bottom] = [y(Math.max(candle.open, candle.close)), y(Math.min(candle.open, candle.close))];
        const height = volume(candle.volume);
        return (
          <g key={candle.time} class={candle.close >= candle.open ? "rise" : "fall"}>
            <line x1={middle} x2={middle} y1={y(candle.high)} y2={y(candle.low)} />
            <rect x={middle - step * 0.3} width={step * 0.6} y={top} height={Math.max(1.5, bottom - top)} />
            <rect class="volume" x={middle - step * 0.3} width={step * 0.6} y={HEIGHT - height} height={height} />
          </g>
        );
      })}
    </Frame>
  );
}
