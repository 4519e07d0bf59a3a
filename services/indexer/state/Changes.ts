import type { AnyRow, Table } from "./Table.ts";

/** An entity's row as it was before a block, so that the block can be undone. */
export interface Image {
  readonly block: number;
  readonly table: Table;
  readonly key: readonly (string | number)[];
  readonly row: AnyRow | undefined; // undefined: there was none
}

/** What a stretch of the chain changes in the index. */
export interface Changes {
  readonly rows: ReadonlyMap<Table, readonly AnyRow[]>; // entities with their new content, and new facts
  readonly images: readonly Image[];
}
