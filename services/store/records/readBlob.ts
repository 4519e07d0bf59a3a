import { cidOf } from "#sdk/store/sealUrls.ts";
import { ServiceError } from "../../shared/http/index.ts";
import type { StoreContext } from "../StoreContext.ts";
import { readRecord } from "./readRecord.ts";

/**
 * The ciphertext of a record, as its address says.
 * @throws ServiceError 404 NoSuchRecord, 410 Withdrawn, 502 BlobLost
 */
export async function readBlob({ database, blobs }: StoreContext, cid: string): Promise<Uint8Array> {
  await readRecord(database, cid);
  const bytes = await blobs.get(cid);
  if (bytes !== undefined && cidOf(bytes) === cid) return bytes;
  const remedy = "Look for its address on IPFS, or ask its owner to publish it again";
  throw new ServiceError({ status: 502, code: "BlobLost", fault: "The ciphertext is lost or damaged", remedy });
}
