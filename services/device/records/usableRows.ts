import { conforms } from "#sdk/data/conforms.ts";
import { exactCell } from "#sdk/data/normalizeCell.ts";
import { recordKeys } from "#sdk/data/recordKeys.ts";
import type { Field, Row } from "#sdk/data/table.ts";

/**
 * The records that count as data units (`dataUnits`), each once, in the order of the file: those a task runs over. Their
 * number is public, so that the bill tells nothing about the others.
 */
export function usableRows(rows: readonly Row[], fields: readonly Field[]): readonly Row[] {
  const accepted = rows.filter((row) => fields.every((field, column) => conforms(row[column] ?? null, field)));
  const first = new Map<string, Row>();
  recordKeys(accepted, fields, exactCell).forEach((key, index) => {
    if (!first.has(key)) first.set(key, accepted[index] as Row);
  });
  return [...first.values()];
}
