import type { Row } from "./rows.ts";

export interface Params {
  readonly field: string; // counted where it is there
}

/** [records in which the field is not missing] */
export function map(rows: readonly Row[], { field }: Params): number[] {
  let count = 0;
  for (const row of rows) if (row[field] !== null) count++;
  return [count];
}
