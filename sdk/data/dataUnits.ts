import { conforms } from "./conforms.ts";
import { exactCell } from "./normalizeCell.ts";
import { recordKeys } from "./recordKeys.ts";
import type { Field, Row } from "./table.ts";

/** Data units of a contribution: distinct records of which every cell is what its field declares. */
export function dataUnits(rows: readonly Row[], fields: readonly Field[]): bigint {
  const accepted = rows.filter((row) => fields.every((field, column) => conforms(row[column] ?? null, field)));
  return BigInt(new Set(recordKeys(accepted, fields, exactCell)).size);
}
