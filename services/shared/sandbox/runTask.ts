import { normalizeName } from "#sdk/data/fieldNames.ts";
import type { Field, Row } from "#sdk/data/table.ts";
import { batchGas } from "#sdk/task/batchGas.ts";
import { checkProgram } from "#sdk/task/checkProgram.ts";
import { ENGINES } from "#sdk/task/engines.ts";
import type { Task } from "#sdk/task/Task.ts";
import { TaskError } from "#sdk/task/TaskError.ts";
import { unitsUp } from "#sdk/task/unitsUp.ts";
import type { Program, Sandbox } from "./Sandbox.ts";

export interface RunParams {
  readonly task: Task;
  readonly program: Uint8Array; // that the task names
  readonly fields: readonly Field[]; // as the dataset declares them
  readonly rows: readonly Row[]; // at least one, cells in the order of `fields`
}

/** What became of one batch. It stays on the device: it tells about the rows. */
export interface Batch {
  readonly rows: number;
  readonly gas: bigint; // used; of a batch that failed, all that it was given
  readonly ok: boolean;
}

export interface TaskRun {
  readonly rows: number;
  readonly units: bigint; // the bill
  readonly output: readonly bigint[]; // sum of all batches, every coordinate clipped to the task's bound
  readonly batches: readonly Batch[]; // in the order of the rows
}

/**
 * Runs a task over a provider's rows, a fresh instance for each batch. A batch that traps, runs out of gas, crashes or
 * answers in a wrong shape contributes zeros, and nothing that leaves the device tells.
 * Throws a TaskError for what anybody could see without the rows: another or too large a program, another engine, a field nobody declared.
 */
export async function runTask(sandbox: Sandbox, params: RunParams): Promise<TaskRun> {
  const { task, rows } = params;
  if (rows.length === 0) throw new TaskError("OutOfRange", "there is no row to compute on", "Pass at least one row");
  const { program, columns } = programOf(params);
  const batches: Batch[] = [];
  const sum = Array.from({ length: task.output.length }, () => 0n);
  for (let from = 0; from < rows.length; from += task.batchRows) {
    const batch = rows.slice(from, from + task.batchRows);
    const cells = batch.map((row) => columns.map((column) => row[column] ?? null));
    const result = await sandbox.runBatch({ program, rows: cells, gas: batchGas(task, batch.length) });
    result.output.forEach((value, index) => (sum[index] = (sum[index] as bigint) + value));
    batches.push({ rows: batch.length, ok: result.ok, gas: result.gas });
  }
  return {
    rows: rows.length,
    units: unitsUp(BigInt(rows.length), BigInt(task.gasPerRow)),
    output: clip(sum, BigInt(task.output.bound)),
    batches,
  };
}

/** Loads a task's program without rows, so that a device can refuse what it could never run before it enrols. */
export async function checkTask(sandbox: Sandbox, params: Omit<RunParams, "rows">): Promise<void> {
  await sandbox.check(programOf(params).program);
}

interface Selected {
  readonly program: Program;
  readonly columns: readonly number[]; // where the program's fields stand in a row
}

function programOf({ task, program: code, fields: declared }: Omit<RunParams, "rows">): Selected {
  checkProgram(task, code);
  if (task.engine !== ENGINES[task.program.kind]) {
    throw new TaskError("WrongEngine", `the task asks for engine ${task.engine}`, "Prepare it with this version");
  }
  const columns = task.fields?.map((name) => columnOf(declared, name)) ?? declared.map((_, column) => column);
  // Under the names that the task uses, which may differ from the declared ones in letter case.
  const fields = columns.map((column, at) => {
    const field = declared[column] as Field;
    return { ...field, name: task.fields?.[at] ?? field.name };
  });
  return {
    program: { kind: task.program.kind, code, params: task.params, fields, length: task.output.length },
    columns,
  };
}

function columnOf(declared: readonly Field[], name: string): number {
  const column = declared.findIndex((field) => normalizeName(field.name) === normalizeName(name));
  if (column !== -1) return column;
  throw new TaskError(
    "UnknownField",
    `the dataset does not declare the field "${name}"`,
    `Use a declared one: ${declared.map((field) => `"${field.name}"`).join(", ")}`,
  );
}

function clip(values: readonly bigint[], bound: bigint): readonly bigint[] {
  return values.map((value) => (value > bound ? bound : value < -bound ? -bound : value));
}
