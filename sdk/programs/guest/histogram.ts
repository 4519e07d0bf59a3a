import { numbersIn, type Row, zeros } from "./rows.ts";

export interface Params {
  readonly field: string;
  readonly from: number; // where the first bin begins; what lies below is counted in it
  readonly to: number; // where the last one ends; what lies above is counted in it
  readonly bins: number; // of equal width, each with its lower edge and without its upper
}

/** [numbers in each bin] */
export function map(rows: readonly Row[], { field, from, to, bins }: Params): number[] {
  const counts = zeros(bins);
  for (const number of numbersIn(rows, field)) {
    const bin = Math.floor(((number - from) * bins) / (to - from));
    const kept = Math.min(Math.max(bin, 0), bins - 1);
    counts[kept] = (counts[kept] as number) + 1;
  }
  return counts;
}
