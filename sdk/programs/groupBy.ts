import type { Params } from "./guest/groupBy.ts";
import { ready, type ReadyProgram, type Terms } from "./ReadyProgram.ts";
import { SCRIPT } from "./scripts/groupBy.ts";

export interface Group {
  readonly group: string | undefined; // undefined for all that are not listed
  readonly sum: number; // in the field's own unit
  readonly count: number; // numbers that were added
  readonly mean: number; // NaN if there is none
}

/** Sum, count and mean of a field's numbers for each listed value of another field, and for all other values together. */
export function groupBy({ key, groups, value, scale, ...terms }: Params & Terms): ReadyProgram<readonly Group[]> {
  const params: Params = { key, groups, value, scale };
  const read = (sums: readonly bigint[]) =>
    [...groups, undefined].map((group, place) => {
      const [sum, count] = [Number(sums[2 * place]) / scale, Number(sums[2 * place + 1])];
      return { group, sum, count, mean: count > 0 ? sum / count : Number.NaN };
    });
  return ready({ script: SCRIPT, fields: [key, value], params, length: 2 * (groups.length + 1), terms, read });
}
