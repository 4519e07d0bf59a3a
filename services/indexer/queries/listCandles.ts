import type { Candle } from "#sdk/indexer/types.ts";
import { candles } from "../tables/candles.ts";
import { findDataset } from "./findDataset.ts";
import type { Reading } from "./Reading.ts";
import { select } from "./select.ts";

/** Names of the spans that are kept, in seconds. */
export const RESOLUTION = { "5m": 300, "1h": 3_600, "1d": 86_400, "1w": 604_800 } as const;

export interface CandleParams {
  readonly token: string;
  readonly resolution: keyof typeof RESOLUTION;
  readonly from: number; // unix seconds, both included
  readonly to: number;
  readonly limit: number;
}

/** The last candles that begin in a span of time, oldest first. Where nobody traded, there is none. */
export async function listCandles(reading: Reading, params: CandleParams): Promise<readonly Candle[]> {
  const { token, resolution, from, to, limit } = params;
  await findDataset(reading, token);
  const clause = "WHERE token = ? AND resolution = ? AND start >= ? AND start <= ? ORDER BY start DESC LIMIT ?";
  const rows = await select(reading.queries, candles, clause, [token, RESOLUTION[resolution], from, to, limit]);
  return rows.toReversed().map((row) => ({
    start: row.start,
    open: row.open.toString(),
    high: row.high.toString(),
    low: row.low.toString(),
    close: row.close.toString(),
    volumeBase: row.volumeBase.toString(),
    volumeData: row.volumeData.toString(),
    buys: row.buys,
    sells: row.sells,
  }));
}
