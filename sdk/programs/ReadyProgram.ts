import { toUtf8Bytes } from "ethers";
import { createTask } from "../task/createTask.ts";
import type { JsonValue, Task } from "../task/Task.ts";

/** What any ready-made program may be told beside its own parameters. */
export interface Terms {
  readonly bound: bigint; // of what one provider can contribute to a coordinate; noise grows with it
  readonly gasPerRow?: bigint; // enough for short cells unless told otherwise; `compute quote --task` proposes it
  readonly batchRows?: number;
}

/** A task with its program, and what the sum over all providers means. */
export interface ReadyProgram<R> {
  readonly program: Uint8Array;
  readonly task: Task;
  /** The result in the consumer's own units, from the sum that a job gave; with noise in it, it is an estimate. */
  readonly read: (sum: readonly bigint[]) => R;
}

/** A tenth of a unit: enough to read a few short cells and add them up. */
const READING = 100_000n;

interface Ready<R> {
  readonly script: string; // as it is shipped
  readonly fields: readonly string[]; // that the program reads, others are kept from it
  readonly params: object;
  readonly length: number;
  readonly effort?: bigint; // gas for each row beyond reading it
  readonly terms: Terms;
  readonly read: (sum: readonly bigint[]) => R;
}

/** Puts a ready-made script, its parameters and the meaning of its answer together. */
export function ready<R>({ script, fields, params, length, effort = 0n, terms, read }: Ready<R>): ReadyProgram<R> {
  const program = toUtf8Bytes(script);
  const { bound, gasPerRow = READING + effort, batchRows } = terms;
  const task = createTask({
    kind: "javascript",
    program,
    params: JSON.parse(JSON.stringify(params)) as JsonValue, // without options that were left undefined
    fields: [...new Set(fields)],
    gasPerRow,
    length,
    bound,
    ...(batchRows === undefined ? {} : { batchRows }),
  });
  return { program, task, read };
}
