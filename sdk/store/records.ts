import { ask } from "./ask.ts";
import { proofOf, type StoreClient } from "./connectStore.ts";
import { doneSchema, recordSchema, recordsSchema, type UrlRecord } from "./wire.ts";

export interface ListRecordsParams {
  readonly document?: string;
  readonly pool?: string;
  readonly owner?: string;
  readonly before?: string; // address of a record: only those behind it in the list
}

/** As many as a store tells at once. */
export const RECORDS_AT_ONCE = 100;

/**
 * Records of file addresses, the newest first, at most 100; `before` the last of them goes on.
 * @throws StoreError NoSuchRecord if there is none of the address `before`
 */
export async function listRecords(store: StoreClient, params: ListRecordsParams): Promise<readonly UrlRecord[]> {
  const given = Object.entries(params).filter(([, value]) => value !== undefined) as [string, string][];
  return (await ask(store, `/records?${new URLSearchParams(given)}`, recordsSchema)).records;
}

/**
 * All records of file addresses, the newest first.
 * @throws StoreError
 */
export async function allRecords(store: StoreClient, params: ListRecordsParams): Promise<readonly UrlRecord[]> {
  const all: UrlRecord[] = [];
  for (;;) {
    const last = all.at(-1);
    const found = await listRecords(store, { ...params, ...(last && { before: last.cid }) });
    all.push(...found);
    if (found.length < RECORDS_AT_ONCE) return all;
  }
}

/** @throws StoreError NoSuchRecord, Withdrawn */
export const getRecord = (store: StoreClient, cid: string): Promise<UrlRecord> =>
  ask(store, `/records/${encodeURIComponent(cid)}`, recordSchema);

/**
 * Takes one's record back: its keys and its ciphertext are erased. Whoever has the addresses already keeps them.
 * @throws StoreError NotYours
 */
export async function withdrawRecord(store: StoreClient, cid: string): Promise<void> {
  const [path, method] = [`/records/${encodeURIComponent(cid)}`, "DELETE"];
  await ask(store, path, doneSchema, { method, authorization: await proofOf(store, { path, method }) });
}
