import { type Row, toFixed, zeros } from "./rows.ts";

export interface Params {
  readonly key: string; // field that says to which group a record belongs
  readonly groups: readonly string[]; // its values, as text; records of others are counted in one more group, the last
  readonly value: string; // field whose numbers are added
  readonly scale: number; // parts of a unit that count
}

/** [sum in 1/scale, numbers added] of each group, one after the other */
export function map(rows: readonly Row[], { key, groups, value, scale }: Params): number[] {
  const places = new Map(groups.map((group, place) => [group, place]));
  const sums = zeros(2 * (groups.length + 1));
  for (const row of rows) {
    const number = row[value];
    if (typeof number !== "number") continue;
    const place = 2 * (places.get(String(row[key])) ?? groups.length);
    sums[place] = (sums[place] as number) + toFixed(number, scale);
    sums[place + 1] = (sums[place + 1] as number) + 1;
  }
  return sums;
}
