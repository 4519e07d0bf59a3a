import { canonicalColumns } from "./canonicalColumns.ts";
import type { Cell, Field, Row } from "./table.ts";

type Normalize = (cell: Cell, field: Field) => string | null;

/** One text per record, equal for records that are equal under `normalize`, whatever the order of the columns. */
export function recordKeys(rows: readonly Row[], fields: readonly Field[], normalize: Normalize): readonly string[] {
  const columns = canonicalColumns(fields);
  const known = columns.map(() => new Map<Cell, string | null>());
  return rows.map((row) =>
    JSON.stringify(
      columns.map(({ field, index }, i) => {
        const cell = row[index] ?? null;
        const memo = known[i] as Map<Cell, string | null>;
        let normal = memo.get(cell);
        if (normal === undefined) memo.set(cell, (normal = normalize(cell, field)));
        return normal;
      }),
    ),
  );
}
