import type { Database } from "../../shared/database/index.ts";
import { columnList, columnName, tableName } from "../state/sql.ts";
import type { Table } from "../state/Table.ts";
import { TABLES } from "../tables/index.ts";
import type { Difference } from "./Difference.ts";

const ROWS = 1_000;

/** The first rows, table by table, in which two indexes differ; at most so many. */
export async function compareTables(found: Database, expected: Database, most: number): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  for (const table of TABLES) {
    if (differences.length >= most) break;
    differences.push(...(await compareTable([found, expected], table, most - differences.length)));
  }
  return differences;
}

/** Walks through both at once, in the order of the key, as two sorted lists are merged. */
async function compareTable(
  [found, expected]: readonly [Database, Database],
  table: Table,
  most: number,
): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  const [ours, theirs] = [rowsOf(found, table), rowsOf(expected, table)];
  let [a, b] = [await ours.next(), await theirs.next()];
  while (differences.length < most && !(a.done && b.done)) {
    const order = a.done ? 1 : b.done ? -1 : compareKeys(table, a.value, b.value);
    const [have, want] = [order <= 0 ? text(a.value) : "no row", order >= 0 ? text(b.value) : "no row"];
    if (have !== want) differences.push({ where: table.name, found: have, expected: want });
    if (order <= 0) a = await ours.next();
    if (order >= 0) b = await theirs.next();
  }
  return differences;
}

type Stored = Readonly<Record<string, string | number>>;

const text = (row: unknown): string => JSON.stringify(row);

/** All rows in the order of the key, a part at a time. */
async function* rowsOf(database: Database, table: Table): AsyncGenerator<Stored, undefined> {
  const key = table.key.map(columnName);
  // bytes, not the words of some language: both databases then agree on the order
  const ordered = database.dialect === "postgres" ? key.map((name) => collated(table, name)) : key;
  let last: readonly (string | number)[] = [];
  for (;;) {
    const beyond = last.length === 0 ? "" : `WHERE (${ordered.join(", ")}) > (${key.map(() => "?").join(", ")})`;
    const sql = `SELECT ${columnList(table)} FROM ${tableName(table)} ${beyond} ORDER BY ${ordered.join(", ")} LIMIT ${ROWS}`;
    const rows = await database.query<Stored>(sql, last);
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined || rows.length < ROWS) return undefined;
    last = key.map((name) => end[name] as string | number);
  }
}

const collated = ({ columns }: Table, name: string): string =>
  Object.entries(columns).some(([column, type]) => columnName(column) === name && type === "text")
    ? `${name} COLLATE "C"`
    : name;

function compareKeys(table: Table, a: Stored, b: Stored): number {
  for (const name of table.key.map(columnName)) {
    const [x, y] = [a[name] as string | number, b[name] as string | number];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
