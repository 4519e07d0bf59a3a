import type { Queries, Value } from "../../shared/database/index.ts";
import { columnList, decodeRow, tableName } from "../state/sql.ts";
import type { Row, Table } from "../state/Table.ts";

/** The rows of a table that a clause (`WHERE ... ORDER BY ... LIMIT ...`) leaves. */
export async function select<T extends Table>(
  queries: Queries,
  table: T,
  clause: string,
  params: readonly Value[],
): Promise<readonly Row<T>[]> {
  const sql = `SELECT ${columnList(table)} FROM ${tableName(table)} ${clause}`;
  const found = await queries.query<Record<string, unknown>>(sql, params);
  return found.map((row) => decodeRow(table, row) as Row<T>);
}

/** The one row that a condition leaves, or undefined. */
export async function selectOne<T extends Table>(
  queries: Queries,
  table: T,
  condition: string,
  params: readonly Value[],
): Promise<Row<T> | undefined> {
  return (await select(queries, table, `WHERE ${condition}`, params))[0];
}
