import type { Queries } from "../../shared/database/Database.ts";
import type { Changes, Image } from "./Changes.ts";
import { columnList, columnName, decodeRow, tableName } from "./sql.ts";
import type { State } from "./State.ts";
import type { AnyRow, Table } from "./Table.ts";

interface Entry {
  readonly key: readonly (string | number)[];
  row: AnyRow | undefined;
  changed: boolean;
}

/** A state that gathers changes instead of writing them. */
export interface WorkingState extends State {
  /** Says which block the next changes belong to, and whether it may have to be undone. */
  readonly beginBlock: (number: number, undoable: boolean) => void;
  readonly changes: () => Changes;
}

/** What the database holds, and over it what a stretch of the chain makes of it. */
export function createState(queries: Queries): WorkingState {
  const entities = new Map<Table, Map<string, Entry>>();
  const facts = new Map<Table, AnyRow[]>();
  const images: Image[] = [];
  let block = 0;
  let undoable = false;
  let imaged = new Set<Entry>(); // in this block

  async function load(table: Table, key: readonly (string | number)[]): Promise<Entry> {
    const known = entities.get(table) ?? new Map<string, Entry>();
    entities.set(table, known);
    const id = key.join("\n");
    const found = known.get(id);
    if (found !== undefined) return found;
    const entry = { key, row: await read(queries, table, key), changed: false };
    known.set(id, entry);
    return entry;
  }

  return {
    get: async (table, key) => (await load(table, key)).row as never,
    put: (table, row) => {
      const values = row as AnyRow;
      const key = table.key.map((name) => values[name] as string | number);
      const entry = entities.get(table)?.get(key.join("\n"));
      if (entry === undefined) throw new Error(`A row of ${table.name} was written that nobody had read`);
      if (undoable && !imaged.has(entry)) {
        images.push({ block, table, key, row: entry.row });
        imaged.add(entry);
      }
      entry.row = values;
      entry.changed = true;
    },
    add: (table, row) => {
      const rows = facts.get(table);
      if (rows === undefined) facts.set(table, [row as AnyRow]);
      else rows.push(row as AnyRow);
    },
    beginBlock: (number, isUndoable) => {
      block = number;
      undoable = isUndoable;
      imaged = new Set();
    },
    changes: () => ({ rows: new Map([...changedEntities(entities), ...facts]), images }),
  };
}

const changedEntities = (entities: ReadonlyMap<Table, ReadonlyMap<string, Entry>>): [Table, AnyRow[]][] =>
  [...entities].map(([table, known]) => [
    table,
    [...known.values()].flatMap(({ row, changed }) => (changed && row !== undefined ? [row] : [])),
  ]);

async function read(queries: Queries, table: Table, key: readonly (string | number)[]): Promise<AnyRow | undefined> {
  const where = table.key.map((name) => `${columnName(name)} = ?`).join(" AND ");
  const sql = `SELECT ${columnList(table)} FROM ${tableName(table)} WHERE ${where}`;
  const [found] = await queries.query<Record<string, unknown>>(sql, key);
  return found && decodeRow(table, found);
}
