import type { Queries, Value } from "../../shared/database/Database.ts";

const AT_ONCE = 200; // rows of a few parameters each, below all limits of databases

export interface Insertion {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** Inserts many rows, some with each statement. */
export async function insertRows(queries: Queries, { table, columns, rows }: Insertion): Promise<void> {
  const places = `(${columns.map(() => "?").join(", ")})`;
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    const sql = `INSERT INTO ${table} (${columns.join(", ")}) VALUES ${some.map(() => places).join(", ")}`;
    await queries.run(sql, some.flat());
  }
}
