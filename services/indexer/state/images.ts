import { TABLES } from "../tables/index.ts";
import type { Image } from "./Changes.ts";
import { columnName, decodeRow, encodeRow } from "./sql.ts";
import type { AnyRow, Table } from "./Table.ts";

/** An image as the undo table keeps it: block, entity, key and content, empty where there was no row. */
export const encodeImage = ({ block, table, key, row }: Image): (string | number)[] => [
  block,
  table.name,
  JSON.stringify(key),
  row === undefined ? "" : JSON.stringify(encodeRow(table, row)),
];

/** What `encodeImage` made, read back. */
export function decodeImage({
  entity,
  id,
  image,
}: {
  entity: string;
  id: string;
  image: string;
}): Omit<Image, "block"> {
  const table = TABLES.find(({ name }) => name === entity);
  if (table === undefined) throw new Error(`There is no entity ${entity}`);
  return { table, key: JSON.parse(id), row: image === "" ? undefined : rowOf(table, JSON.parse(image)) };
}

const rowOf = (table: Table, values: readonly unknown[]): AnyRow =>
  decodeRow(
    table,
    Object.fromEntries(Object.keys(table.columns).map((name, index) => [columnName(name), values[index]])),
  );
