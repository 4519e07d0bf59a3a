import { concat, getBytes, hexlify, sha256, toUtf8Bytes } from "ethers";
import { evaluate } from "../oprf/evaluate.ts";
import { oprfKey } from "../oprf/oprfKey.ts";
import { canonicalColumns } from "./canonicalColumns.ts";
import { exactCell } from "./normalizeCell.ts";
import { recordKeys } from "./recordKeys.ts";
import type { Field, Row } from "./table.ts";

const DOMAIN = toUtf8Bytes("datawell.contentTag.v2");

/**
 * sha2-256 of the content whatever the order of its records and columns, their repetition, letter case and white
 * space: the column names, then the digests of the distinct records in ascending order.
 */
export function contentDigest(rows: readonly Row[], fields: readonly Field[]): string {
  const names = JSON.stringify(canonicalColumns(fields).map(({ name }) => name));
  const records = [...new Set(recordKeys(rows, fields, exactCell))].map((record) => sha256(toUtf8Bytes(record)));
  return sha256(concat([sha256(toUtf8Bytes(names)), ...records.toSorted()]));
}

/** What the attesters' function is asked for a tag. */
export const tagInput = (digest: string): Uint8Array => getBytes(concat([DOMAIN, digest]));

/** The tag in the function's answer: its first 32 bytes. */
export const tagIn = (output: Uint8Array): string => hexlify(output.subarray(0, 32));

/**
 * The contribution's id: the attesters' pseudorandom function of the content digest, under the secret that the pool's
 * attesters share. Equal contents get equal tags, and who lacks the key cannot test a guess against one without asking.
 * @throws DataError InvalidKey
 */
export function contentTag(rows: readonly Row[], fields: readonly Field[], key: string): string {
  return tagIn(evaluate(oprfKey(key), tagInput(contentDigest(rows, fields))));
}
