import { ENGINES } from "./engines.ts";
import { BATCH_ROWS, TASK_LIMITS } from "./limits.ts";
import { programDigest } from "./programDigest.ts";
import type { JsonValue, ProgramKind, Task } from "./Task.ts";
import { TaskError } from "./TaskError.ts";
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
  if (program.length === 0 || program.length > TASK_LIMITS.programBytes) {
    throw new TaskError(
      "InvalidTask",
      `the program has ${program.length} bytes, from 1 to ${TASK_LIMITS.programBytes} are accepted`,
      "Shorten it",
    );
  }
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
