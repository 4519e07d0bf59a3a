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

const MOST_PAGES = 1_000;

/**
 * Records of file addresses, the newest first, at most 100; `before` the last of them goes on.
 * @throws StoreError NoSuchRecord if there is none of the address `before`
 */
export async function listRecords(store: StoreClient, params: ListRecordsParams): Promise<readonly UrlRecord[]> {
  const given = Object.entries(params).filter(([, value]) => value !== undefined) as [string, string][];
  return (await ask(store, `/records?${new URLSearchParams(given)}`, recordsSchema)).records;
}

/**
 * All records of file addresses, the newest first, or those of the first `pages` lists of a hundred. A store that repeats
 * itself has told all that it will.
 * @throws StoreError
 */
export async function allRecords(
  store: StoreClient,
  params: ListRecordsParams,
  pages = MOST_PAGES,
): Promise<{ readonly records: readonly UrlRecord[]; readonly isAll: boolean }> {
  const all = new Map<string, UrlRecord>();
  let { before } = params;
  for (let page = 0; page < pages; page++) {
    const found = await listRecords(store, { ...params, ...(before !== undefined && { before }) });
    const fresh = found.filter(({ cid }) => !all.has(cid));
    for (const record of fresh) all.set(record.cid, record);
    before = found.at(-1)?.cid;
    if (found.length < RECORDS_AT_ONCE || fresh.length === 0) return { records: [...all.values()], isAll: true };
  }
  return { records: [...all.values()], isAll: false };
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
