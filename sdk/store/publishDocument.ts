import { toUtf8Bytes, ZeroHash } from "ethers";
import type { DatasetDocument } from "../metadata/datasetSchema.ts";
import { metadataDigest } from "../metadata/metadataDigest.ts";
import { validateMetadata } from "../metadata/validateMetadata.ts";
import { sign } from "../signing/sign.ts";
import { ask } from "./ask.ts";
import { authorshipMessage } from "./authorshipMessage.ts";
import { actorOf, type StoreClient } from "./connectStore.ts";
import { publishedSchema, type Role } from "./wire.ts";

export interface PublishDocumentParams {
  readonly document: DatasetDocument;
  readonly pool: string;
  /** The contribution that it describes; left out, it describes the dataset as a whole. */
  readonly contentTag?: string;
}

export interface Published {
  readonly cid: string;
  readonly digest: string; // what belongs on chain
  readonly role: Role; // what the chain says of the author now; publish again when it says more
}

/**
 * Signs a metadata document as its author and publishes it. The same again changes nothing but the role.
 * @throws MetadataError, DatawellError Rejected, StoreError
 */
export async function publishDocument(store: StoreClient, params: PublishDocumentParams): Promise<Published> {
  const { pool, contentTag = ZeroHash } = params;
  const document = validateMetadata(params.document);
  const { account: author } = await actorOf(store);
  const digest = metadataDigest(document);
  const message = authorshipMessage(store.datawell.chainId, { author, pool, contentTag, digest });
  const signature = await sign(store.datawell, message);
  const body = toUtf8Bytes(JSON.stringify({ document, author, pool, contentTag, signature }));
  return ask(store, "/documents", publishedSchema, { method: "POST", body });
}
