import type { Params } from "./guest/sum.ts";
import type { ReadyProgram, Terms } from "./ReadyProgram.ts";
import { sum } from "./sum.ts";

/** The mean of a field's numbers, each rounded to 1/scale; NaN if there is none. */
export function mean(params: Params & Terms): ReadyProgram<number> {
  const { program, task, read } = sum(params);
  const ratio = (parts: readonly bigint[]) => {
    const total = read(parts);
    return total.count > 0 ? total.sum / total.count : Number.NaN;
  };
  return { program, task, read: ratio };
}
