const BINS = 10;
const WHOLE = 10_000n; // bps

/** How many of the qualities (bps) lie in each tenth of 100 %; the last holds 100 % itself. */
export function qualityHistogram(qualities: readonly bigint[]): readonly number[] {
  const counts = Array.from({ length: BINS }, () => 0);
  for (const quality of qualities) {
    const bin = Number((quality * BigInt(BINS)) / WHOLE);
    const kept = Math.min(BINS - 1, Math.max(0, bin));
    counts[kept] = (counts[kept] ?? 0) + 1;
  }
  return counts;
}
