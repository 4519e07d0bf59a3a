import { hexlify, randomBytes, toUtf8Bytes } from "ethers";
import type { z } from "zod";
import { digestToCid } from "#sdk/metadata/cid.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import type { recordRequestSchema } from "#sdk/store/wire.ts";
import { type Database, openDatabase } from "../../../services/shared/database/index.ts";
import { createDatabaseBlobs } from "../../../services/store/blobs/createDatabaseBlobs.ts";
import { adoptRing } from "../../../services/store/keys/activeKey.ts";
import { createNonces } from "../../../services/store/keys/createNonces.ts";
import { openKeyRing } from "../../../services/store/keys/openKeyRing.ts";
import { DEFAULT_QUOTAS, type StoreContext } from "../../../services/store/StoreContext.ts";
import { STORE_TABLES } from "../../../services/store/tables.ts";
import { DOCUMENT } from "./document.ts";

export const OWNER = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
export const POOL = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const NOW = 1_800_000_000;

/** What writes of the store work with, without a chain or a network; the example document is in it. */
export async function bareContext(url: string, keyFile: string): Promise<StoreContext> {
  const database = await openDatabase(url, STORE_TABLES);
  const ring = await openKeyRing(keyFile, NOW);
  await adoptRing(database, ring);
  const sql = "INSERT INTO store_documents VALUES (?, '{}', 'name', 'description', 0) ON CONFLICT (cid) DO NOTHING";
  await database.run(sql, [digestToCid(metadataDigest(DOCUMENT))]);
  return contextOn(database, ring);
}

export const contextOn = (database: Database, ring: StoreContext["ring"]): StoreContext => {
  const now = () => NOW;
  const chain = undefined as unknown as StoreContext["chain"]; // no write of a record asks it
  const blobs = createDatabaseBlobs(database, now);
  const nonces = createNonces(ring.nonceSecret, now);
  return { database, ring, blobs, chain, nonces, quotas: DEFAULT_QUOTAS, origins: () => [], now };
};

/** A request for a store-sealed record, unlike every other, and its body. */
export function recordRequest(ownerKey: string, urls = ["https://files.example/a.csv"]) {
  const document = digestToCid(metadataDigest(DOCUMENT));
  const bound = { document, pool: POOL, contentTag: hexlify(randomBytes(32)) };
  const request: z.output<typeof recordRequestSchema> = {
    mode: "store",
    ...bound,
    urls,
    ownerKey,
    salt: hexlify(randomBytes(16)),
  };
  return { request, body: toUtf8Bytes(JSON.stringify(request)) };
}
