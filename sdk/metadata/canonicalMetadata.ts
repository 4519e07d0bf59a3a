import canonicalize from "canonicalize";
import { toUtf8Bytes } from "ethers";
import type { DatasetDocument } from "./datasetSchema.ts";

/** The one sequence of bytes that stands for the document: RFC 8785 (JSON Canonicalization Scheme) in UTF-8. */
export function canonicalMetadata(document: DatasetDocument): Uint8Array {
  return toUtf8Bytes(canonicalize(document) as string);
}
