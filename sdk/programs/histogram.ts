import type { Params } from "./guest/histogram.ts";
import { ready, type ReadyProgram, type Terms } from "./ReadyProgram.ts";
import { SCRIPT } from "./scripts/histogram.ts";

/** How many numbers of a field lie in each of some bins of equal width; those beyond are counted in the outer bins. */
export function histogram({ field, from, to, bins, ...terms }: Params & Terms): ReadyProgram<readonly number[]> {
  const params: Params = { field, from, to, bins };
  const read = (counts: readonly bigint[]) => counts.map(Number);
  return ready({ script: SCRIPT, fields: [field], params, length: bins, terms, read });
}
