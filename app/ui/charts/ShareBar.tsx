import { percent } from "../money.ts";

export interface Share {
  readonly name: string;
  readonly value: bigint;
}

export interface ShareBarProps {
  readonly title: string;
  readonly shares: readonly Share[];
  readonly format: (value: bigint) => string;
  /** Lines that matter, per cent of the whole, each with what it means. */
  readonly marks?: readonly (readonly [number, string])[];
}

const BPS = 10_000n;

/** Parts of a whole in one bar, with the lines that decide something. */
export function ShareBar({ title, shares, format, marks = [] }: ShareBarProps) {
  const whole = shares.reduce((sum, { value }) => sum + value, 0n);
  const part = (value: bigint): bigint => (whole === 0n ? 0n : (value * BPS + whole / 2n) / whole);
  const said = shares.map(({ name, value }) => `${name} ${format(value)}, ${percent(part(value))}`).join("; ");
  return (
    <figure class="share">
      <figcaption>{title}</figcaption>
      <div class="track" role="img" aria-label={`${title}: ${said}`}>
        {shares.map(({ name, value }, index) => (
          <span key={name} class={`part part${index % 4}`} style={{ width: `${Number(part(value)) / 100}%` }} />
        ))}
        {marks.map(([mark]) => (
          <span key={mark} class="mark" style={{ left: `${mark}%` }} />
        ))}
      </div>
      <ul class="legend">
        {shares.map(({ name, value }, index) => (
          <li key={name}>
            <span class={`swatch part${index % 4}`} aria-hidden="true" /> {name}: {format(value)} (
            {percent(part(value))})
          </li>
        ))}
        {marks.map(([mark, meaning]) => (
          <li key={mark} class="hint">
            Line at {percent(BigInt(mark) * 100n)}: {meaning}
          </li>
        ))}
      </ul>
    </figure>
  );
}
