import type { RecordBinding } from "#sdk/store/RecordBinding.ts";
import type { UrlRecord } from "#sdk/store/wire.ts";
import { DatabaseError, type Queries } from "../../shared/database/index.ts";
import { ServiceError } from "../../shared/http/index.ts";
import { activeKeyId } from "../keys/activeKey.ts";
import type { StoreContext } from "../StoreContext.ts";
import { type RecordRow, toRecord } from "./RecordRow.ts";
import { readRecord } from "./readRecord.ts";

/** A sealed list of addresses. */
export interface Draft {
  readonly cid: string;
  readonly ciphertext: Uint8Array;
  readonly ownerSeal: string;
  readonly storeKey: string | null;
  readonly storeSeal: string | null;
}

interface Insertion extends Draft {
  readonly id: string; // of the request
  readonly binding: RecordBinding;
  readonly mode: "store" | "owner";
}

/**
 * Keeps the ciphertext and the record; undefined, and neither, if the key that it was sealed to is not the active one any
 * more.
 */
export async function keepRecord(context: StoreContext, insertion: Insertion): Promise<UrlRecord | undefined> {
  const { database, blobs } = context;
  if (blobs.isTransactional) return insert(context, insertion);
  await blobs.put(insertion.cid, insertion.ciphertext, database);
  let record: UrlRecord | undefined;
  try {
    record = await insert(context, insertion);
    return record;
  } finally {
    if (record?.cid !== insertion.cid) await removeUnnamed(context, insertion.cid).catch(() => {}); // then it is garbage
  }
}

/** Removes a ciphertext that no record names. */
async function removeUnnamed({ database, blobs }: StoreContext, cid: string): Promise<void> {
  const named = await database.query("SELECT cid FROM store_records WHERE cid = ?", [cid]);
  if (named.length === 0) await blobs.remove(cid);
}

async function insert(context: StoreContext, insertion: Insertion): Promise<UrlRecord | undefined> {
  const { database, blobs, quotas, now } = context;
  const { id, binding, cid, ciphertext, mode, ownerSeal, storeKey, storeSeal } = insertion;
  const { document, owner, pool, contentTag } = binding;
  return database.transaction(async (queries) => {
    const before = await findRequest(queries, id, owner);
    if (before !== undefined) return before;
    if (storeKey !== null && (await activeKeyId(queries)) !== storeKey) return undefined;
    await requireRoom(queries, owner, quotas.recordsPerOwner);
    const columns =
      "cid, owner, document, pool, content_tag, mode, owner_seal, store_key, store_seal, request, created_at";
    const values = [cid, owner, document, pool, contentTag, mode, ownerSeal, storeKey, storeSeal, id, now()];
    const sql = `INSERT INTO store_records (${columns}) VALUES (${values.map(() => "?").join(", ")})`;
    await queries.run(sql, values).catch((error: unknown) => {
      throw error instanceof DatabaseError && error.code === "Duplicate" ? taken() : error;
    });
    if (blobs.isTransactional) await blobs.put(cid, ciphertext, queries);
    return toRecord(await readRecord(queries, cid));
  });
}

/** What the very same request made before. */
export async function findRequest(queries: Queries, id: string, owner: string): Promise<UrlRecord | undefined> {
  const sql = "SELECT * FROM store_records WHERE request = ? AND owner = ?";
  const [row] = await queries.query<RecordRow>(sql, [id, owner]);
  return row && toRecord(await readRecord(queries, row.cid)); // which refuses a withdrawn one
}

/** @throws ServiceError 409 QuotaReached */
export async function requireRoom(queries: Queries, owner: string, most: number): Promise<void> {
  const sql = "SELECT count(*) AS count FROM store_records WHERE owner = ? AND withdrawn_at IS NULL";
  const [row] = await queries.query<{ count: number }>(sql, [owner]);
  if ((row?.count ?? 0) < most) return;
  const fault = `You have ${most} records here, as many as this store keeps for one owner`;
  throw new ServiceError({ status: 409, code: "QuotaReached", fault, remedy: "Withdraw some first" });
}

const taken = (): ServiceError =>
  new ServiceError({
    status: 409,
    code: "AlreadyThere",
    fault: "This ciphertext is another record already",
    remedy: "Encrypt again, with a fresh key",
  });
