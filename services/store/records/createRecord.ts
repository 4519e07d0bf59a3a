import { decodeBase64, sha256 } from "ethers";
import type { z } from "zod";
import { sealTo } from "#sdk/store/hpke.ts";
import { keyAad, type RecordBinding } from "#sdk/store/RecordBinding.ts";
import { cidOf, type SealedUrls, sealUrls } from "#sdk/store/sealUrls.ts";
import { StoreError } from "#sdk/store/StoreError.ts";
import type { recordRequestSchema, UrlRecord } from "#sdk/store/wire.ts";
import { DatabaseError, type Queries } from "../../shared/database/index.ts";
import { ServiceError } from "../../shared/http/index.ts";
import { activeKeyId } from "../keys/activeKey.ts";
import { KeyFileError } from "../keys/KeyFileError.ts";
import type { StoreContext } from "../StoreContext.ts";
import { type RecordRow, toRecord } from "./RecordRow.ts";
import { readRecord } from "./readRecord.ts";

type Request = z.output<typeof recordRequestSchema>;

interface Draft {
  readonly cid: string;
  readonly ciphertext: Uint8Array;
  readonly ownerSeal: string;
  readonly storeKey: string | null;
  readonly storeSeal: string | null;
}

const ATTEMPTS = 5; // rotations that one request survives

/**
 * Keeps an encrypted list of addresses for its owner. The ciphertext is there before the record that names it: after a
 * crash between the two it is garbage that nobody has a key to. The same request again answers the same record.
 * @throws ServiceError 422 UnknownDocument, 400 BadKey, 409 QuotaReached, 410 Withdrawn
 */
export async function createRecord(
  context: StoreContext,
  owner: string,
  request: Request,
  body: Uint8Array,
): Promise<UrlRecord> {
  const { database, blobs } = context;
  const id = sha256(body);
  const before = await findRequest(database, id, owner);
  if (before !== undefined) return before;
  await requireDocument(database, request.document);
  const { document, pool, contentTag } = request;
  const binding: RecordBinding = { document, owner, pool, contentTag };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const draft = request.mode === "store" ? await storeSealed(context, request, binding) : ownerSealed(request);
    await blobs.put(draft.cid, draft.ciphertext);
    const row = await insert(context, { ...draft, id, binding, mode: request.mode });
    if (row !== undefined) return row;
    context.ring.reload(); // the key was rotated meanwhile
  }
  throw new ServiceError({
    status: 503,
    code: "Rotating",
    fault: "The store is changing its key",
    remedy: "Try again",
    retryAfter: 5,
  });
}

async function storeSealed(
  { database, ring }: StoreContext,
  request: Request & { mode: "store" },
  binding: RecordBinding,
): Promise<Draft> {
  const id = (await activeKeyId(database)) ?? "";
  const storeKey = ring.find(id);
  if (storeKey === undefined) {
    throw new KeyFileError(
      "KeysMissing",
      `The key file lacks ${id}`,
      "Restore the key file that belongs to this database",
    );
  }
  const { key, cid, ciphertext } = sealUrls(request.urls, binding);
  const ownerSeal = await sealed(request.ownerKey, key, "owner", { cid, binding });
  const storeSeal = await sealed(storeKey.publicKey, key, "store", { cid, binding });
  key.fill(0);
  return { cid, ciphertext, ownerSeal, storeKey: id, storeSeal };
}

function ownerSealed({ ciphertext: text, ownerSeal }: Request & { mode: "owner" }): Draft {
  const ciphertext = decodeBase64(text);
  return { cid: cidOf(ciphertext), ciphertext, ownerSeal, storeKey: null, storeSeal: null };
}

async function sealed(
  publicKey: string,
  key: Uint8Array,
  purpose: "owner" | "store",
  { cid, binding }: Pick<SealedUrls, "cid"> & { binding: RecordBinding },
): Promise<string> {
  return sealTo(publicKey, key, { purpose, aad: keyAad(binding, cid) }).catch((error: unknown) => {
    throw badKey(error);
  });
}

/** Says that somebody's HPKE key is none. */
export function badKey(error: unknown): unknown {
  if (!(error instanceof StoreError)) return error;
  const { code, fault, remedy } = error;
  return new ServiceError({ status: 400, code, fault, remedy });
}

interface Insertion extends Draft {
  readonly id: string; // of the request
  readonly binding: RecordBinding;
  readonly mode: "store" | "owner";
}

/** The record; undefined if the key that it was sealed to is not the active one any more. */
async function insert(context: StoreContext, insertion: Insertion): Promise<UrlRecord | undefined> {
  const { database, quotas, now } = context;
  const { id, binding, cid, mode, ownerSeal, storeKey, storeSeal } = insertion;
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
    return toRecord(await readRecord(queries, cid));
  });
}

/** What the very same request made before. */
async function findRequest(queries: Queries, id: string, owner: string): Promise<UrlRecord | undefined> {
  const sql = "SELECT * FROM store_records WHERE request = ? AND owner = ?";
  const [row] = await queries.query<RecordRow>(sql, [id, owner]);
  return row && toRecord(await readRecord(queries, row.cid)); // which refuses a withdrawn one
}

async function requireDocument(queries: Queries, cid: string): Promise<void> {
  const rows = await queries.query("SELECT cid FROM store_documents WHERE cid = ?", [cid]);
  if (rows.length > 0) return;
  const remedy = "Publish the metadata document first";
  throw new ServiceError({ status: 422, code: "UnknownDocument", fault: `There is no document ${cid}`, remedy });
}

async function requireRoom(queries: Queries, owner: string, most: number): Promise<void> {
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
