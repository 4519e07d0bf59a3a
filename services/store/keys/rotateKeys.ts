import type { Database } from "../../shared/database/index.ts";
import { openSealed, sealTo } from "#sdk/store/hpke.ts";
import { keyAad } from "#sdk/store/RecordBinding.ts";
import { type RecordRow, toBinding } from "../records/RecordRow.ts";
import { activate, activeKeyId } from "./activeKey.ts";
import { freshKey } from "./freshKey.ts";
import { KeyFileError } from "./KeyFileError.ts";
import { type StoreKey, writeKeyFile } from "./keyFile.ts";
import { requireKeyFile } from "./openKeyRing.ts";

export interface Rotation {
  readonly from: readonly string[]; // ids of the keys that are gone
  readonly to: string;
  readonly resealed: number; // records
}

const BATCH = 100;

/**
 * Gives a store a new key: seals each record's key to it anew, then destroys the older ones. No ciphertext is touched.
 * The store may run meanwhile. After a crash, do it again: it goes on where it stopped.
 * @throws KeyFileError, DatabaseError
 */
export async function rotateKeys(database: Database, path: string, now: number): Promise<Rotation> {
  const target = await targetKey(database, path, now);
  await database.transaction((queries) => activate(queries, target.id));
  const older = requireKeyFile(path).keys.filter(({ id }) => id !== target.id);
  let [resealed, count] = [0, 0];
  do {
    count = await resealSome(database, older, target);
    resealed += count;
  } while (count > 0);
  writeKeyFile(path, { ...requireKeyFile(path), keys: [target] });
  await database.run("DELETE FROM store_keys WHERE active = 0");
  return { from: older.map(({ id }) => id), to: target.id, resealed };
}

/** A new key, in the file; or the one of a rotation that did not end. */
async function targetKey(database: Database, path: string, now: number): Promise<StoreKey> {
  const file = requireKeyFile(path);
  const newest = file.keys.at(-1) as StoreKey;
  const active = await activeKeyId(database);
  if (active !== undefined && !file.keys.some(({ id }) => id === active)) throw missing(active, "new records are");
  if (file.keys.length > 1 || active !== newest.id) return newest;
  const key = await freshKey(now);
  writeKeyFile(path, { ...file, keys: [...file.keys, key] });
  return key;
}

async function resealSome(database: Database, older: readonly StoreKey[], target: StoreKey): Promise<number> {
  const sql = "SELECT * FROM store_records WHERE store_key IS NOT NULL AND store_key <> ? ORDER BY cid LIMIT ?";
  const rows = await database.query<RecordRow>(sql, [target.id, BATCH]);
  const seals = await Promise.all(rows.map((row) => reseal(row, older, target)));
  await database.transaction(async (queries) => {
    for (const [index, { cid, store_key: before }] of rows.entries()) {
      const update = "UPDATE store_records SET store_key = ?, store_seal = ? WHERE cid = ? AND store_key = ?";
      await queries.run(update, [target.id, seals[index] as string, cid, before]);
    }
  });
  return rows.length;
}

async function reseal(row: RecordRow, older: readonly StoreKey[], target: StoreKey): Promise<string> {
  const context = { purpose: "store", aad: keyAad(toBinding(row), row.cid) } as const;
  const before = older.find(({ id }) => id === row.store_key);
  if (before === undefined) throw missing(String(row.store_key), `record ${row.cid} is`);
  return sealTo(target.publicKey, await openSealed(before, row.store_seal as string, context), context);
}

const missing = (id: string, what: string): KeyFileError => {
  const fault = `The key file lacks ${id}, which ${what} sealed to`;
  return new KeyFileError("KeysMissing", fault, "Rotate with the key file that belongs to this database");
};
