import type { Params } from "./guest/count.ts";
import { ready, type ReadyProgram, type Terms } from "./ReadyProgram.ts";
import { SCRIPT } from "./scripts/count.ts";

/** How many records have a value in this field. */
export function count({ field, ...terms }: Params & Terms): ReadyProgram<number> {
  const params: Params = { field };
  return ready({ script: SCRIPT, fields: [field], params, length: 1, terms, read: ([records]) => Number(records) });
}
