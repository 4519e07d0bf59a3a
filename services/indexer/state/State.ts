import type { Row, Table } from "./Table.ts";

/** The index as a reducer sees it: what the events so far have made of it. */
export interface State {
  /** The row with this key, its values in the order of the table's key; undefined if there is none. */
  readonly get: <T extends Table>(table: T, key: readonly (string | number)[]) => Promise<Row<T> | undefined>;
  /** Gives an entity's row a new content. */
  readonly put: <T extends Table>(table: T, row: Row<T>) => void;
  /** Adds a fact. */
  readonly add: <T extends Table>(table: T, row: Row<T>) => void;
}
