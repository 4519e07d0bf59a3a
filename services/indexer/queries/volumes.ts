import { candles } from "../tables/candles.ts";
import type { Reading } from "./Reading.ts";
import { select } from "./select.ts";

const HOUR = 3_600;

/** The first hour that counts for the volume of a day: the running one and the 23 before it. */
export const firstHour = (now: number): number => now - (now % HOUR) - 23 * HOUR;

/** ALITA wei traded per Data Token in the running hour and the 23 before it; tokens without a trade are missing. */
export async function volumes(
  { queries, now }: Reading,
  tokens: readonly string[],
): Promise<ReadonlyMap<string, bigint>> {
  const sums = new Map<string, bigint>();
  if (tokens.length === 0) return sums;
  const among = `token IN (${tokens.map(() => "?").join(", ")})`;
  const clause = `WHERE ${among} AND resolution = ? AND start >= ?`;
  for (const { token, volumeBase } of await select(queries, candles, clause, [...tokens, HOUR, firstHour(now)])) {
    sums.set(token, (sums.get(token) ?? 0n) + volumeBase);
  }
  return sums;
}
