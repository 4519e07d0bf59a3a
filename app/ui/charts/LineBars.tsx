import type { Share } from "./ShareBar.tsx";

export interface LineBarsProps {
  readonly title: string;
  readonly bars: readonly Share[];
  readonly format: (value: bigint) => string;
  readonly line: Share; // what a bar has to reach
}

/** Quantities under one another, each held against the line that decides. */
export function LineBars({ title, bars, format, line }: LineBarsProps) {
  const most = [line, ...bars].reduce((best, { value }) => (value > best ? value : best), 1n);
  const place = (value: bigint): string => `${Number((value * 1_000n) / most) / 10}%`;
  return (
    <figure class="share">
      <figcaption>{title}</figcaption>
      {bars.map(({ name, value }, index) => (
        <div key={name} class="bar-to-line">
          <span>
            {name}: {format(value)}
          </span>
          <div class="track" aria-hidden="true">
            <span class={`part part${index % 4}`} style={{ width: place(value) }} />
            <span class="mark" style={{ left: `min(${place(line.value)}, calc(100% - 2px))` }} />
          </div>
        </div>
      ))}
      <p class="hint">
        {line.name}: {format(line.value)}
      </p>
    </figure>
  );
}
