import { computeHmac, concat, sha256, toUtf8Bytes } from "ethers";
import { checkKey } from "./checkKey.ts";
import { canonicalColumns } from "./canonicalColumns.ts";
import { exactCell } from "./normalizeCell.ts";
import { recordKeys } from "./recordKeys.ts";
import type { Field, Row } from "./table.ts";

const DOMAIN = toUtf8Bytes("datawell.contentTag.v1");

/**
 * sha2-256 of the content whatever the order of its records and columns, their repetition, letter case and white
 * space: the column names, then the digests of the distinct records in ascending order.
 */
export function contentDigest(rows: readonly Row[], fields: readonly Field[]): string {
  const names = JSON.stringify(canonicalColumns(fields).map(({ name }) => name));
  const records = [...new Set(recordKeys(rows, fields, exactCell))].map((record) => sha256(toUtf8Bytes(record)));
  return sha256(concat([sha256(toUtf8Bytes(names)), ...records.toSorted()]));
}

/**
 * The contribution's id: HMAC-SHA256 of the content digest under the pool's attester key. Equal contents get equal
 * tags, and who lacks the key cannot test a guess against one.
 */
export function contentTag(rows: readonly Row[], fields: readonly Field[], key: string): string {
  return computeHmac("sha256", checkKey(key), concat([DOMAIN, contentDigest(rows, fields)]));
}
