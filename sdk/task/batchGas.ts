import type { Task } from "./Task.ts";
import { GAS_PER_UNIT } from "./unitsUp.ts";

/** Gas of one output coordinate that no row pays for: making and handing over the answer. */
const GAS_PER_COORDINATE = 2_000n;

/**
 * Gas that a batch of so many rows may use: what its rows are billed for, and an allowance for starting an instance
 * and handing over the answer, which is not billed. Public numbers only.
 */
export function batchGas(task: Task, rows: number): bigint {
  return BigInt(rows) * BigInt(task.gasPerRow) + GAS_PER_UNIT + BigInt(task.output.length) * GAS_PER_COORDINATE;
}
