import { encodeBase64, hexlify, randomBytes, toUtf8Bytes } from "ethers";
import { ask } from "./ask.ts";
import { actorOf, proofOf, type StoreClient } from "./connectStore.ts";
import { sealTo } from "./hpke.ts";
import { keyAad, type RecordBinding } from "./RecordBinding.ts";
import { sealUrls } from "./sealUrls.ts";
import { recordSchema, type RecordRequest, type UrlRecord } from "./wire.ts";

export interface PublishUrlsParams {
  readonly urls: readonly string[];
  readonly document: string; // CID of the metadata document, published before
  readonly pool: string;
  readonly contentTag: string; // the contribution whose files these are
  readonly ownerKey: string; // HPKE public key of the owner's device
  /**
   * "store": the store encrypts and answers those who may have the key. "owner": this device encrypts, the store never
   * sees an address or a key, and this device answers (`answerRequests`).
   */
  readonly mode: "store" | "owner";
}

/**
 * Publishes the addresses of a contribution's files, encrypted.
 * @throws StoreError, DatawellError Rejected
 */
export async function publishUrls(store: StoreClient, params: PublishUrlsParams): Promise<UrlRecord> {
  const { account: owner } = await actorOf(store);
  const request = params.mode === "store" ? storeSealed(params) : await ownerSealed(params, owner);
  const body = toUtf8Bytes(JSON.stringify(request));
  const authorization = await proofOf(store, { path: "/records", method: "POST", body });
  return ask(store, "/records", recordSchema, { method: "POST", body, authorization });
}

const storeSealed = ({ urls, document, pool, contentTag, ownerKey }: PublishUrlsParams): RecordRequest => ({
  mode: "store",
  document,
  pool,
  contentTag,
  ownerKey,
  urls: [...urls],
  salt: hexlify(randomBytes(16)),
});

async function ownerSealed(params: PublishUrlsParams, owner: string): Promise<RecordRequest> {
  const { urls, document, pool, contentTag, ownerKey } = params;
  const binding: RecordBinding = { document, owner, pool, contentTag };
  const { cid, ciphertext, key } = sealUrls(urls, binding);
  const ownerSeal = await sealTo(ownerKey, key, { purpose: "owner", aad: keyAad(binding, cid) });
  return { mode: "owner", document, pool, contentTag, ciphertext: encodeBase64(ciphertext), ownerSeal };
}
