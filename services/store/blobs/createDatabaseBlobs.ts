import type { Database } from "../../shared/database/index.ts";
import type { BlobStore } from "./BlobStore.ts";

/** Ciphertexts in the store's own database. */
export const createDatabaseBlobs = (database: Database, now: () => number): BlobStore => ({
  isTransactional: true,
  put: async (cid, bytes, within) => {
    const sql = "INSERT INTO store_blobs (cid, bytes, created_at) VALUES (?, ?, ?) ON CONFLICT (cid) DO NOTHING";
    await within.run(sql, [cid, bytes, now()]);
  },
  get: async (cid) => {
    const [row] = await database.query<{ bytes: Uint8Array }>("SELECT bytes FROM store_blobs WHERE cid = ?", [cid]);
    return row?.bytes;
  },
  remove: async (cid) => {
    await database.run("DELETE FROM store_blobs WHERE cid = ?", [cid]);
  },
});
