import { sha256 } from "ethers";
import { canonicalMetadata } from "./canonicalMetadata.ts";
import type { DatasetDocument } from "./datasetSchema.ts";

/** sha2-256 of the canonical document: the bytes32 that the chain keeps. */
export function metadataDigest(document: DatasetDocument): string {
  return sha256(canonicalMetadata(document));
}
