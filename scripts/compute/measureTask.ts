import type { Field, Row } from "#sdk/data/table.ts";
import { batchGas } from "#sdk/task/batchGas.ts";
import { TASK_LIMITS } from "#sdk/task/limits.ts";
import type { Task } from "#sdk/task/Task.ts";
import { createSandbox } from "../../services/shared/sandbox/createSandbox.ts";
import { runTask } from "../../services/shared/sandbox/runTask.ts";
import { badInput } from "../input/badInput.ts";
import { generateRows } from "./generateRows.ts";

export interface Sample {
  readonly fields: readonly Field[];
  readonly rows?: readonly Row[]; // generated if there are none
}

export interface Measured {
  readonly rows: number; // of the batch that was measured
  readonly gas: bigint; // that it used
  readonly proposed: bigint; // gas a row, with something to spare
  readonly wasteBps: bigint; // of a bill by that price, what would not have been used
}

/** What a proposal adds to what was used, for rows that cost more than those measured: a tenth. */
const SPARE = 10n;

/** Runs one full batch of a task and proposes what a row should be billed for. */
export async function measureTask(task: Task, program: Uint8Array, { fields, rows }: Sample): Promise<Measured> {
  const sample = rows?.slice(0, task.batchRows) ?? generateRows(fields, task.batchRows);
  const most = TASK_LIMITS.batchGas / BigInt(task.batchRows);
  const gasPerRow = most < TASK_LIMITS.gasPerRow ? most : TASK_LIMITS.gasPerRow;
  const generous = { ...task, gasPerRow: gasPerRow.toString() };
  const sandbox = createSandbox({ workers: 1, patienceMs: () => PATIENCE_MS });
  try {
    const run = await runTask(sandbox, { task: generous, program, fields, rows: sample });
    const [batch] = run.batches;
    if (batch?.ok !== true) {
      throw badInput(
        `The program fails on ${sample.length} rows that look like the data`,
        `See that \`map\` returns ${task.output.length} whole numbers, handles every kind of cell, and ends`,
      );
    }
    return { rows: sample.length, gas: batch.gas, ...proposalOf(task, batch.gas, BigInt(sample.length)) };
  } finally {
    await sandbox.stop();
  }
}

/** A person waits: a program that takes longer over one batch would not be waited for by devices either. */
const PATIENCE_MS = 60_000;

function proposalOf(task: Task, gas: bigint, rows: bigint): Pick<Measured, "proposed" | "wasteBps"> {
  const needed = gas - batchGas(task, 0);
  const exact = needed > 0n ? (needed + rows - 1n) / rows : 1n;
  const proposed = exact + (exact + SPARE - 1n) / SPARE;
  return { proposed, wasteBps: wasteBps(gas, rows * proposed) };
}

/** The share of a bill that was not used, in basis points, rounded down; none if the batch used its allowance as well. */
export function wasteBps(gas: bigint, billed: bigint): bigint {
  return gas >= billed ? 0n : ((billed - gas) * 10_000n) / billed;
}
