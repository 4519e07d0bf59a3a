import { normalizeName } from "./fieldNames.ts";
import type { Field } from "./table.ts";

export interface Column {
  readonly name: string; // normalized
  readonly field: Field;
  readonly index: number; // position of its cells in a row
}

/** The columns in an order that does not depend on the declaration's: by normalized name, in UTF-16 code units. */
export function canonicalColumns(fields: readonly Field[]): readonly Column[] {
  return fields
    .map((field, index) => ({ name: normalizeName(field.name), field, index }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
