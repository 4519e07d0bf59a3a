import { sha256, toUtf8String } from "ethers";
import { cidToDigest } from "../metadata/cid.ts";
import type { DatasetDocument } from "../metadata/datasetSchema.ts";
import { parseMetadata } from "../metadata/validateMetadata.ts";
import { askBytes } from "./ask.ts";
import type { StoreClient } from "./connectStore.ts";
import { StoreError } from "./StoreError.ts";

/**
 * The document with this content address. A store cannot answer another one: the bytes are held against the address.
 * @throws StoreError NoSuchDocument, WrongContent ..., MetadataError
 */
export async function getDocument(store: StoreClient, cid: string): Promise<DatasetDocument> {
  const bytes = await askBytes(store, `/documents/${encodeURIComponent(cid)}`);
  requireContent(bytes, cid);
  return parseMetadata(toUtf8String(bytes));
}

/** @throws StoreError WrongContent */
export function requireContent(bytes: Uint8Array, cid: string): void {
  if (sha256(bytes) === cidToDigest(cid)) return;
  const fault = `The store answered something else than ${cid}`;
  throw new StoreError({ code: "WrongContent", fault, remedy: "Use another store, or any IPFS gateway" });
}
