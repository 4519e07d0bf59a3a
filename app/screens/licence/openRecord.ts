import type { Datawell } from "#sdk/chain/datawell.ts";
import { signerOf } from "#sdk/chain/signerOf.ts";
import { connectStore, type StoreClient } from "#sdk/store/connectStore.ts";
import { listRecords, RECORDS_AT_ONCE } from "#sdk/store/records.ts";
import { openUrls } from "#sdk/store/openUrls.ts";
import type { UrlRecord } from "#sdk/store/wire.ts";
import { deviceOf } from "./deviceOf.ts";

/** What a record of encrypted addresses gave; no addresses: its owner's device has yet to answer. */
export interface Opened {
  readonly urls: readonly string[] | undefined;
}

/** The newest records of a pool, so many times as many as a store tells at once; and whether they are all. */
export async function newestRecords(store: StoreClient, pool: string, pages: number) {
  const records: UrlRecord[] = [];
  for (let page = 0; page < pages; page++) {
    const last = records.at(-1);
    const found = await listRecords(store, { pool, ...(last && { before: last.cid }) });
    records.push(...found);
    if (found.length < RECORDS_AT_ONCE) return { records, isAll: true };
  }
  return { records, isAll: false };
}

/**
 * Asks a store for a record's key, by one signature, and opens the record in this page: the store sees that it was asked,
 * and no address.
 * @throws StoreError NoAccess, WrongContent ..., DatawellError Rejected
 */
export async function openRecord(datawell: Datawell, url: string, record: UrlRecord): Promise<Opened> {
  const account = await signerOf(datawell).getAddress();
  const device = await deviceOf({ chainId: String(datawell.chainId), account }, () => localStorage);
  return { urls: await openUrls(connectStore({ url, datawell }), { record, device }) };
}
