import type { Reading } from "./Reading.ts";

const BINS = 10;

/** How many live contributions of a pool have a quality of 0 to 10 %, and so on to 90 to 100 %. */
export async function qualityHistogram({ queries }: Reading, pool: string): Promise<number[]> {
  const sql =
    "SELECT quality / 1000 AS tenth, COUNT(*) AS n FROM indexer_contributions " +
    "WHERE pool = ? AND revoked_at = 0 GROUP BY quality / 1000";
  const bins = Array.from({ length: BINS }, () => 0);
  for (const { tenth, n } of await queries.query<{ tenth: number; n: number }>(sql, [pool])) {
    const bin = Math.min(Number(tenth), BINS - 1); // 100 % belongs to the last
    bins[bin] = (bins[bin] ?? 0) + Number(n);
  }
  return bins;
}
