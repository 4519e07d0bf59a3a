import { pass } from "../chain/clock.ts";
import type { Stage } from "./Stage.ts";

export const MINUTE = 60n; // seconds
export const HOUR = 60n * MINUTE;
export const DAY = 24n * HOUR;
export const YEAR = 365n * DAY;

/** Time goes by, and the reader is told. */
export async function wait({ chain, narrator }: Stage, seconds: bigint, why: string): Promise<void> {
  const days = seconds / DAY;
  const said = days > 0n ? `${days} day${days === 1n ? "" : "s"}` : `${seconds / MINUTE} minutes`;
  narrator.tell(`... ${said} later: ${why}.`);
  await pass(chain, seconds + 1n);
}
