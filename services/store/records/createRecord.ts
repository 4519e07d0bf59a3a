import { decodeBase64, sha256 } from "ethers";
import type { z } from "zod";
import { sealTo } from "#sdk/store/hpke.ts";
import { keyAad, type RecordBinding } from "#sdk/store/RecordBinding.ts";
import { cidOf, type SealedUrls, sealUrls } from "#sdk/store/sealUrls.ts";
import { StoreError } from "#sdk/store/StoreError.ts";
import type { recordRequestSchema, UrlRecord } from "#sdk/store/wire.ts";
import type { Queries } from "../../shared/database/index.ts";
import { ServiceError } from "../../shared/http/index.ts";
import { activeKeyId } from "../keys/activeKey.ts";
import { KeyFileError } from "../keys/KeyFileError.ts";
import type { StoreContext } from "../StoreContext.ts";
import { type Draft, findRequest, keepRecord, requireRoom } from "./keepRecord.ts";

type Request = z.output<typeof recordRequestSchema>;

const ATTEMPTS = 5; // rotations that one request survives

/**
 * Keeps an encrypted list of addresses for its owner. A ciphertext in object storage is there before the record that names
 * it: after a crash between the two it is garbage that nobody has a key to. The same request again answers the same record.
 * @throws ServiceError 422 UnknownDocument, 400 BadKey, 409 QuotaReached, 410 Withdrawn
 */
export async function createRecord(
  context: StoreContext,
  owner: string,
  request: Request,
  body: Uint8Array,
): Promise<UrlRecord> {
  const { database, quotas } = context;
  const id = sha256(body);
  const before = await findRequest(database, id, owner);
  if (before !== undefined) return before;
  await requireDocument(database, request.document);
  await requireRoom(database, owner, quotas.recordsPerOwner); // before anything is kept
  const { document, pool, contentTag } = request;
  const binding: RecordBinding = { document, owner, pool, contentTag };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const draft = request.mode === "store" ? await storeSealed(context, request, binding) : ownerSealed(request);
    const row = await keepRecord(context, { ...draft, id, binding, mode: request.mode });
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

async function requireDocument(queries: Queries, cid: string): Promise<void> {
  const rows = await queries.query("SELECT cid FROM store_documents WHERE cid = ?", [cid]);
  if (rows.length > 0) return;
  const remedy = "Publish the metadata document first";
  throw new ServiceError({ status: 422, code: "UnknownDocument", fault: `There is no document ${cid}`, remedy });
}
