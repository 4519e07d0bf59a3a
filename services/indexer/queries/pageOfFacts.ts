import type { Value } from "../../shared/database/index.ts";
import type { Row, Table } from "../state/Table.ts";
import { fromCursor, type Page, type PageParams, toPage } from "./Page.ts";
import type { Reading } from "./Reading.ts";
import { select } from "./select.ts";

type Placed = Table<{ readonly block: "integer"; readonly logIndex: "integer" }>;

/** Which rows, as a condition in SQL and its parameters. */
export interface Condition {
  readonly where: string;
  readonly params: readonly Value[];
}

/** Rows that stand somewhere in the chain, the newest first. */
export async function pageOfFacts<T extends Placed, U>(
  { queries }: Reading,
  table: T,
  { where, params, limit, cursor }: Condition & PageParams,
  give: (row: Row<T>) => U,
): Promise<Page<U>> {
  const from = cursor === undefined ? [] : fromCursor(cursor, ["integer", "integer"]);
  const before = cursor === undefined ? "" : "AND (block, log_index) < (?, ?)";
  const clause = `WHERE ${where} ${before} ORDER BY block DESC, log_index DESC LIMIT ?`;
  const rows = await select(queries, table, clause, [...params, ...from, limit + 1]);
  const placeOf = (row: Row<T>) => row as unknown as { readonly block: number; readonly logIndex: number };
  return toPage(rows, limit, give, (row) => [placeOf(row).block, placeOf(row).logIndex]);
}
