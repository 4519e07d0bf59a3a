import type { QualityOptions, QualityParts } from "#sdk/data/assessQuality.ts";
import type { Table } from "#sdk/data/table.ts";
import { quality } from "#sdk/programs/quality.ts";
import { runTask } from "./runTask.ts";
import type { Sandbox } from "./Sandbox.ts";

/**
 * Measures records by the metered program, so that whoever measures them again finds the same to the bit. A program that
 * needs more than its bound finds nothing: quality 0.
 */
export const measureQuality =
  (sandbox: Sandbox) =>
  async ({ fields, rows }: Table, options: QualityOptions): Promise<QualityParts> => {
    const { program, task, read } = quality({ fields, options, records: rows.length });
    const { output } = await runTask(sandbox, { program, task, fields, rows });
    return read(output).parts;
  };
