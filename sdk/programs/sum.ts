import type { Params } from "./guest/sum.ts";
import { ready, type ReadyProgram, type Terms } from "./ReadyProgram.ts";
import { SCRIPT } from "./scripts/sum.ts";

export interface Sum {
  readonly sum: number; // in the field's own unit
  readonly count: number; // numbers that were added
}

/** The sum of a field's numbers, each rounded to 1/scale; missing ones do not count. */
export function sum({ field, scale, ...terms }: Params & Terms): ReadyProgram<Sum> {
  const params: Params = { field, scale };
  const read = ([parts, count]: readonly bigint[]) => ({ sum: Number(parts) / scale, count: Number(count) });
  return ready({ script: SCRIPT, fields: [field], params, length: 2, terms, read });
}
