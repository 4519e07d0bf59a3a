import { checkProgramSize } from "./checkProgram.ts";
import { ENGINES } from "./engines.ts";
import { BATCH_ROWS } from "./limits.ts";
import { programDigest } from "./programDigest.ts";
import type { JsonValue, ProgramKind, Task } from "./Task.ts";
import { validateTask } from "./validateTask.ts";

export interface TaskParams {
  readonly kind: ProgramKind;
  readonly program: Uint8Array; // as it will be shipped
  readonly params?: JsonValue; // null unless told otherwise
  readonly fields?: readonly string[]; // all declared fields unless told otherwise
  readonly gasPerRow: bigint;
  readonly batchRows?: number;
  readonly length: number; // integers in the answer
  readonly bound: bigint; // of each of them, either way
}

/** A task for a program, on the engine that devices run now. Throws a TaskError if devices would refuse it. */
export function createTask({ kind, program, gasPerRow, length, bound, ...rest }: TaskParams): Task {
  checkProgramSize(program);
  return validateTask({
    version: 1,
    program: { kind, digest: programDigest(program) },
    engine: ENGINES[kind],
    params: rest.params ?? null,
    ...(rest.fields === undefined ? {} : { fields: rest.fields }),
    gasPerRow: gasPerRow.toString(),
    batchRows: rest.batchRows ?? BATCH_ROWS,
    output: { length, bound: bound.toString() },
  });
}
