import { FULL_BPS } from "#sdk/data/bps.ts";
import { coarseCell } from "#sdk/data/normalizeCell.ts";
import { recordKeys } from "#sdk/data/recordKeys.ts";
import type { Field, Row } from "#sdk/data/table.ts";
import { refusal } from "../refusal.ts";
import { refutes } from "./refutes.ts";

interface Update {
  readonly rows: readonly Row[]; // drawn from the update
  readonly parentRows: readonly Row[]; // drawn from its parent
  readonly fields: readonly Field[];
  readonly novelty: number; // claimed, bps of the distinct records
  readonly distinct: number; // claimed, in the coarse form
  readonly records: number; // of the update
}

/**
 * Holds drawn records of an update against drawn records of its parent: those that are in both are not new.
 * @throws ServiceError 422 NoveltyRefuted
 */
export function checkParentSample({ rows, parentRows, fields, novelty, distinct, records }: Update): void {
  const known = new Set(recordKeys(parentRows, fields, coarseCell));
  const seemNew = recordKeys(rows, fields, coarseCell).filter((record) => !known.has(record)).length;
  // each new record stands at least once among all records
  const claimed = (novelty / FULL_BPS) * (distinct / records);
  if (!refutes({ sum: seemNew, size: rows.length }, claimed)) return;
  throw refusal(
    "NoveltyRefuted",
    `${rows.length - seemNew} of ${rows.length} opened records are among the opened ones of the parent`,
    "Compare the update with the records of its parent",
  );
}
