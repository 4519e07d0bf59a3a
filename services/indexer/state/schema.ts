import { createHash } from "node:crypto";
import type { Database, Queries } from "../../shared/database/Database.ts";
import { TABLES } from "../tables/index.ts";
import { createStatements, tableName } from "./sql.ts";

/** To be raised whenever reducers make something else of the same events: the index is then built anew. */
const VERSION = 1;

const OWN = {
  /** One row: which chain this is the index of, and how far it goes. */
  indexer_tip:
    "id BIGINT PRIMARY KEY, schema_digest TEXT NOT NULL, chain_id TEXT NOT NULL, factory TEXT NOT NULL, number BIGINT NOT NULL, " +
    "hash TEXT NOT NULL, time BIGINT NOT NULL, floor BIGINT NOT NULL",
  /** Blocks that can be compared with the chain's: the first, those that can be undone, and the one below them. */
  indexer_blocks: "number BIGINT PRIMARY KEY, hash TEXT NOT NULL, time BIGINT NOT NULL",
  /** What rows were before a block that can be undone; `image` is empty where there was no row. */
  indexer_undo:
    "block BIGINT NOT NULL, entity TEXT NOT NULL, id TEXT NOT NULL, image TEXT NOT NULL, PRIMARY KEY (block, entity, id)",
} as const;

const CREATE = [
  ...Object.entries(OWN).map(([name, columns]) => `CREATE TABLE ${name} (${columns})`),
  ...TABLES.flatMap(createStatements),
];

const NAMES = [...Object.keys(OWN), ...TABLES.map(tableName)];

export const SCHEMA_DIGEST = createHash("sha256")
  .update([VERSION, ...CREATE].join("\n"))
  .digest("hex");

/** Makes all tables, empty; what there was of them is thrown away, for the chain tells it again. */
export async function resetSchema(queries: Queries): Promise<void> {
  for (const name of NAMES) await queries.run(`DROP TABLE IF EXISTS ${name}`);
  for (const statement of CREATE) await queries.run(statement);
}

/** Whether the tables are there, made by this version of the program. */
export async function hasSchema(database: Database): Promise<boolean> {
  const sql =
    database.dialect === "sqlite"
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'indexer_tip'"
      : "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'indexer_tip'";
  if ((await database.query(sql)).length === 0) return false;
  const found = await database.query<{ schema_digest: string }>("SELECT schema_digest FROM indexer_tip");
  return found.every(({ schema_digest: digest }) => digest === SCHEMA_DIGEST);
}
