import type { Table } from "#sdk/data/table.ts";
import { random, shuffled } from "./random.ts";

/** Two parts of one source without a common row: what two honest providers of one dataset contribute. */
export interface Slices {
  readonly cut: string;
  readonly a: Table;
  readonly b: Table;
}

/** Cuts a table into halves by position and by chance, and along every column that has few values. */
export function slicesOf(table: Table): readonly Slices[] {
  const { fields } = table;
  const distinct = [...new Map(table.rows.map((row) => [JSON.stringify(row), row])).values()];
  const half = distinct.length >> 1;
  const byChance = shuffled(distinct, random(5));
  const cuts: Slices[] = [
    {
      cut: "first and second half",
      a: { fields, rows: distinct.slice(0, half) },
      b: { fields, rows: distinct.slice(half) },
    },
    {
      cut: "random halves",
      a: { fields, rows: byChance.slice(0, half) },
      b: { fields, rows: byChance.slice(half) },
    },
  ];
  fields.forEach(({ name }, column) => {
    const groups = new Map<string, Table["rows"][number][]>();
    for (const row of distinct) {
      const value = String(row[column]).slice(0, 4);
      groups.set(value, [...(groups.get(value) ?? []), row]);
      if (groups.size > 6) return;
    }
    const [a, b] = [...groups.values()].toSorted((x, y) => y.length - x.length);
    if (a !== undefined && b !== undefined && b.length >= 50) {
      cuts.push({
        cut: `by ${name}`,
        a: { fields, rows: a },
        b: { fields, rows: b },
      });
    }
  });
  return cuts;
}
