import type { Params } from "./guest/histogram.ts";
import { histogram } from "./histogram.ts";
import type { ReadyProgram, Terms } from "./ReadyProgram.ts";

export interface QuantilesParams extends Params, Terms {
  readonly at: readonly number[]; // shares from 0 to 1, such as 0.5 for the median
}

/** Values below which given shares of a field's numbers lie, to the width of one bin; NaN if there is no number. */
export function quantiles({ at, ...params }: QuantilesParams): ReadyProgram<readonly number[]> {
  const { from, to, bins } = params;
  const { program, task, read } = histogram(params);
  const width = (to - from) / bins;
  const readQuantiles = (sum: readonly bigint[]) => {
    const counts = read(sum).map((count) => Math.max(count, 0)); // noise may have left less than nothing in a bin
    return at.map((share) => from + width * placeOf(counts, share));
  };
  return { program, task, read: readQuantiles };
}

/** How many bins, the last in part, hold this share of all. */
function placeOf(counts: readonly number[], share: number): number {
  const total = counts.reduce((all, count) => all + count, 0);
  if (total === 0) return Number.NaN;
  let wanted = share * total;
  for (const [bin, count] of counts.entries()) {
    if (count > 0 && wanted <= count) return bin + wanted / count;
    wanted -= count;
  }
  return counts.length;
}
