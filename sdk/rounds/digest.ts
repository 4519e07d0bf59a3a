import canonicalize from "canonicalize";
import { sha256, toUtf8Bytes } from "ethers";

/** sha2-256 of a document's RFC 8785 text. */
export const documentDigest = (document: unknown): string => sha256(toUtf8Bytes(canonicalize(document) as string));
