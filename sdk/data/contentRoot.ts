import canonicalize from "canonicalize";
import { computeHmac, concat, keccak256, toBeHex, toUtf8Bytes } from "ethers";
import { manySiblings, type RecordProof, recordLeaf, recordRoot } from "../math/recordTree.ts";
import { checkKey } from "./checkKey.ts";
import type { Row } from "./table.ts";

const DOMAIN = toUtf8Bytes("datawell.recordSalt.v1");

/** Salt of one record: HMAC-SHA256 of its position under the provider's secret; opening one opens no other. */
export function recordSalt(secret: string, index: number): string {
  return computeHmac("sha256", checkKey(secret), concat([DOMAIN, toBeHex(index, 4)]));
}

/** keccak256 of the record's RFC 8785 text, an array of its cells in the order of the declared fields. */
export function recordHash(row: Row): string {
  return keccak256(toUtf8Bytes(canonicalize(row) as string));
}

/** Commits to the records in their order; who does not know the secret learns nothing about a record. */
export function contentRoot(rows: readonly Row[], secret: string): string {
  return recordRoot(leavesOf(rows, secret));
}

/**
 * Opens some records, for attesters; the tree is made once.
 * @throws DataError NoRecords, OutOfRange, InvalidKey
 */
export function proveRecords(rows: readonly Row[], secret: string, indexes: readonly number[]): readonly RecordProof[] {
  const siblings = manySiblings(leavesOf(rows, secret), indexes);
  return indexes.map((index, i) => ({
    index,
    count: rows.length,
    salt: recordSalt(secret, index),
    record: recordHash(rows[index] as Row),
    siblings: siblings[i] as readonly string[],
  }));
}

function leavesOf(rows: readonly Row[], secret: string): readonly string[] {
  return rows.map((row, index) => recordLeaf(index, recordSalt(secret, index), recordHash(row)));
}
