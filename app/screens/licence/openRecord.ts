import type { Datawell } from "#sdk/chain/datawell.ts";
import { signerOf } from "#sdk/chain/signerOf.ts";
import { connectStore } from "#sdk/store/connectStore.ts";
import { openUrls } from "#sdk/store/openUrls.ts";
import type { UrlRecord } from "#sdk/store/wire.ts";
import { deviceOf } from "./deviceOf.ts";

export { allRecords } from "#sdk/store/records.ts";

/** What a record of encrypted addresses gave; no addresses: its owner's device has yet to answer. */
export interface Opened {
  readonly urls: readonly string[] | undefined;
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
