import type { AnyRow, Columns, Row, Table } from "./Table.ts";

const TYPES = {
  text: "TEXT",
  amount: "TEXT",
  integer: "BIGINT",
  boolean: "BIGINT",
  real: "DOUBLE PRECISION",
} as const;

/** A table's name in the database, apart from those of other services. */
export const tableName = ({ name }: Pick<Table, "name">): string => `indexer_${columnName(name)}`;

/** `lockedUntil` is locked_until. */
export const columnName = (name: string): string => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** The columns of a table as a SELECT lists them, for `decodeRow`. */
export const columnList = ({ columns }: Pick<Table, "columns">, alias = ""): string =>
  Object.keys(columns)
    .map((name) => `${alias && `${alias}.`}${columnName(name)}`)
    .join(", ");

/** The statements that make a table and its indexes. */
export function createStatements(table: Table): readonly string[] {
  const name = tableName(table);
  const columns = Object.entries(table.columns).map(
    ([column, type]) => `${columnName(column)} ${TYPES[type]} NOT NULL`,
  );
  const list = (names: readonly string[]) => names.map(columnName).join(", ");
  return [
    `CREATE TABLE ${name} (${columns.join(", ")}, PRIMARY KEY (${list(table.key)}))`,
    ...table.indexes.map(
      (index) => `CREATE INDEX ${name}_${index.map(columnName).join("_")} ON ${name} (${list(index)})`,
    ),
  ];
}

type Stored = string | number;

/** A value as it is stored. */
const encodeValue = (value: string | number | bigint | boolean): Stored =>
  typeof value === "bigint" ? value.toString() : typeof value === "boolean" ? Number(value) : value;

/** A row's values as they are stored, in the order of the columns. */
export const encodeRow = ({ columns }: Pick<Table, "columns">, row: AnyRow): Stored[] =>
  Object.keys(columns).map((name) => {
    const value = row[name];
    if (value === undefined) throw new Error(`A row lacks ${name}`);
    return encodeValue(value);
  });

/** A row of the database as the program knows it. */
export const decodeRow = <T extends { readonly columns: Columns }>(
  { columns }: T,
  found: Readonly<Record<string, unknown>>,
): Row<T & Table> =>
  Object.fromEntries(
    Object.entries(columns).map(([name, type]) => [name, decodeValue(type, found[columnName(name)])]),
  ) as Row<T & Table>;

function decodeValue(type: Columns[string], value: unknown): string | number | bigint | boolean {
  if (type === "text") return String(value);
  if (type === "amount") return BigInt(String(value));
  return type === "boolean" ? Number(value) === 1 : Number(value);
}
