import { LIMITS_V1 } from "../LIMITS_V1.ts";
import { type Reader, readByte, readCount, readU32, tooLarge } from "../binary/Reader.ts";
import { checkValueType } from "./checkValueType.ts";

/** The declared locals of a function, as runs of one type. */
export interface Locals {
  readonly runs: readonly (readonly [count: number, type: number])[];
  readonly count: number;
}

/** Reads what a function's body begins with; the reader is at its first instruction then. */
export function readLocals(body: Reader): Locals {
  const runs: [number, number][] = [];
  let count = 0;
  for (let rest = readCount(body, LIMITS_V1.slots, "runs of locals"); rest > 0; rest--) {
    const run = readU32(body);
    count += run;
    if (count > LIMITS_V1.slots) throw tooLarge("local variables of a function", LIMITS_V1.slots);
    const at = body.at;
    const type = readByte(body);
    checkValueType(type, at);
    runs.push([run, type]);
  }
  return { runs, count };
}
