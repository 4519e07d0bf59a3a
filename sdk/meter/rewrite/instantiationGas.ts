import { AMOUNT_PRICES_V1 } from "../PRICE_TABLE_V1.ts";
import type { Guest } from "../module/Guest.ts";

/** What it costs to make an instance: its first pages, table entries, and what is copied into both. */
export function instantiationGas({ memory, tables, elementEntries, dataBytes }: Guest): number {
  const { page, tableEntry, eightBytes } = AMOUNT_PRICES_V1;
  const entries = tables.reduce((sum, { least }) => sum + least, elementEntries);
  return (memory?.least ?? 0) * page + entries * tableEntry + Math.floor(dataBytes / 8) * eightBytes;
}
