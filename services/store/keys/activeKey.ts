import type { Database, Queries } from "../../shared/database/index.ts";
import type { KeyRing } from "./openKeyRing.ts";
import { KeyFileError } from "./KeyFileError.ts";

/** The id of the key that new records must be sealed to: the database's word, so that no rotation overtakes a record. */
export async function activeKeyId(queries: Queries): Promise<string | undefined> {
  const [row] = await queries.query<{ id: string }>("SELECT id FROM store_keys WHERE active = 1");
  return row?.id;
}

/** Makes a key the one that new records must be sealed to. */
export async function activate(queries: Queries, id: string): Promise<void> {
  await queries.run("UPDATE store_keys SET active = 0 WHERE active = 1");
  const sql = "INSERT INTO store_keys (id, active) VALUES (?, 1) ON CONFLICT (id) DO UPDATE SET active = 1";
  await queries.run(sql, [id]);
}

/**
 * Holds a ring against the database that it is for, or makes it the one of a new database.
 * @throws KeyFileError KeysMissing
 */
export async function adoptRing(database: Database, ring: KeyRing): Promise<void> {
  await database.transaction(async (queries) => {
    if ((await activeKeyId(queries)) === undefined) await activate(queries, ring.newest().id);
  });
  const sql =
    "SELECT id FROM store_keys WHERE active = 1 UNION SELECT store_key FROM store_records WHERE store_key IS NOT NULL";
  const needed = await database.query<{ id: string }>(sql);
  const missing = needed.filter(({ id }) => ring.find(id) === undefined).map(({ id }) => id);
  if (missing.length === 0) return;
  const fault = `The key file lacks ${missing.join(", ")}, which records of the database are sealed to`;
  throw new KeyFileError("KeysMissing", fault, "Start with the key file that belongs to this database");
}
