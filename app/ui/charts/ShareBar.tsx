export interface Share {
  readonly name: string;
  readonly value: bigint;
}

export interface ShareBarProps {
  readonly title: string;
  readonly shares: readonly Share[];
  readonly format: (value: bigint) => string;
  /** Lines that matter, per cent of the whole. */
  readonly marks?: readonly number[];
}

const TENTHS = 1_000n;

/** Parts of a whole in one bar, with the lines that decide something. */
export function ShareBar({ title, shares, format, marks = [] }: ShareBarProps) {
  const whole = shares.reduce((sum, { value }) => sum + value, 0n);
  const part = (value: bigint): number => (whole === 0n ? 0 : Number((value * TENTHS) / whole) / 10);
  const said = shares.map(({ name, value }) => `${name} ${format(value)}, ${part(value)} %`).join("; ");
  return (
    <figure class="share">
      <figcaption>{title}</figcaption>
      <div class="track" role="img" aria-label={`${title}: ${said}`}>
        {shares.map(({ name, value }, index) => (
          <span key={name} class={`part part${index % 4}`} style={{ width: `${part(value)}%` }} />
        ))}
        {marks.map((mark) => (
          <span key={mark} class="mark" style={{ left: `${mark}%` }} title={`${mark} %`} />
        ))}
      </div>
      <ul class="legend">
        {shares.map(({ name, value }, index) => (
          <li key={name}>
            <span class={`swatch part${index % 4}`} aria-hidden="true" /> {name}: {format(value)} ({part(value)} %)
          </li>
        ))}
        {marks.length > 0 && <li class="hint">Lines at {marks.map((mark) => `${mark} %`).join(" and ")}</li>}
      </ul>
    </figure>
  );
}
