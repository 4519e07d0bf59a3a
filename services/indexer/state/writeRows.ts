import type { Queries } from "../../shared/database/Database.ts";
import { columnName, encodeRow, tableName } from "./sql.ts";
import type { AnyRow, Table } from "./Table.ts";

/** Rows in one statement, largest first: few sizes, so that few statements have to be prepared. */
const SIZES = [64, 8, 1];
const MAX_PARAMETERS = 4_096;

/** Writes rows; an entity's row takes the place of the one with its key, a fact must be new. */
export async function writeRows(queries: Queries, table: Table, rows: readonly AnyRow[]): Promise<void> {
  const width = Object.keys(table.columns).length;
  let written = 0;
  for (const size of SIZES.filter((count) => count * width <= MAX_PARAMETERS)) {
    const sql = insertion(table, size);
    for (; rows.length - written >= size; written += size) {
      const values = rows.slice(written, written + size).flatMap((row) => encodeRow(table, row));
      await queries.run(sql, values);
    }
  }
}

function insertion(table: Table, size: number): string {
  const columns = Object.keys(table.columns).map(columnName);
  const row = `(${columns.map(() => "?").join(", ")})`;
  const values = Array.from({ length: size }, () => row).join(", ");
  const insert = `INSERT INTO ${tableName(table)} (${columns.join(", ")}) VALUES ${values}`;
  if (table.kind === "fact") return insert;
  const key = table.key.map(columnName);
  const rest = columns.filter((column) => !key.includes(column));
  const updates = rest.map((column) => `${column} = excluded.${column}`).join(", ");
  return `${insert} ON CONFLICT (${key.join(", ")}) DO UPDATE SET ${updates}`;
}
