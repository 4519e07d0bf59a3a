/** How long a candle lasts, seconds; the indexer's resolutions. */
export const SPANS = { "5m": 300, "1h": 3_600, "1d": 86_400, "1w": 604_800 } as const;

export type Span = keyof typeof SPANS;

const ENOUGH = 60; // candles

/** The shortest span of which `ENOUGH` tell the whole history, of so many seconds. */
export function fittingSpan(seconds: number): Span {
  const names = Object.keys(SPANS) as Span[];
  return names.find((name) => SPANS[name] * ENOUGH >= seconds) ?? "1w";
}
