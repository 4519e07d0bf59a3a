/**
 * The compute job of the story as MapReduce: `map` runs on each provider's device over its own records, only partial
 * sums leave it; `reduce` adds them. The digest of this file is the job's program digest.
 */
import type { Table } from "#sdk/data/table.ts";

/** PartialSums sums of a slice: for each month, how many days and the sum of their highest temperatures. */
export interface PartialSums {
  readonly days: readonly number[]; // by month
  readonly tenths: readonly number[]; // tenths of a degree Celsius, by month: integers add up exactly
  readonly rainyDays: Readonly<Record<string, number>>; // by year
}

/** What one device answers with. It reads every record once: one record, one compute unit. */
export function map({ fields, rows }: Table): PartialSums {
  const column = (name: string) => fields.findIndex((field) => field.name === name);
  const [date, high, rain] = [column("date"), column("temp_max"), column("precipitation")];
  const days = Array.from({ length: 12 }, () => 0);
  const tenths = Array.from({ length: 12 }, () => 0);
  const rainyDays: Record<string, number> = {};
  for (const row of rows) {
    const [year = "", month = ""] = String(row[date]).split("-");
    const index = Number(month) - 1;
    days[index] = (days[index] ?? 0) + 1;
    tenths[index] = (tenths[index] ?? 0) + Math.round(Number(row[high]) * 10);
    rainyDays[year] = (rainyDays[year] ?? 0) + (Number(row[rain]) > 0 ? 1 : 0);
  }
  return { days, tenths, rainyDays };
}

/** Adds what the devices sent. */
export function reduce(partials: readonly PartialSums[]): PartialSums {
  const add = (a: readonly number[], b: readonly number[]) => a.map((value, index) => value + (b[index] ?? 0));
  return partials.reduce((a, b) => ({
    days: add(a.days, b.days),
    tenths: add(a.tenths, b.tenths),
    rainyDays: sumByKey(a.rainyDays, b.rainyDays),
  }));
}

function sumByKey(a: PartialSums["rainyDays"], b: PartialSums["rainyDays"]): Record<string, number> {
  const years = [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted();
  return Object.fromEntries(years.map((year) => [year, (a[year] ?? 0) + (b[year] ?? 0)]));
}
