import type { RecordBinding } from "#sdk/store/RecordBinding.ts";
import type { UrlRecord } from "#sdk/store/wire.ts";

/** A row of store_records. A withdrawn record keeps its place, so that an old request cannot bring it back. */
export interface RecordRow {
  readonly cid: string;
  readonly owner: string;
  readonly document: string;
  readonly pool: string;
  readonly content_tag: string;
  readonly mode: UrlRecord["mode"];
  readonly owner_seal: string | null; // null once withdrawn
  readonly store_key: string | null; // id of the store's key; null for mode "owner"
  readonly store_seal: string | null;
  readonly created_at: number;
  readonly withdrawn_at: number | null;
}

/** What the record's seals belong to. */
export const toBinding = ({ document, owner, pool, content_tag }: RecordRow): RecordBinding => ({
  document,
  owner,
  pool,
  contentTag: content_tag,
});

/** What anybody may know of a record that was not withdrawn. */
export const toRecord = (row: RecordRow): UrlRecord => ({
  cid: row.cid,
  ...toBinding(row),
  mode: row.mode,
  ownerSeal: row.owner_seal as string,
  createdAt: row.created_at,
});
