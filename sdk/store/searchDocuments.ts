import { ask } from "./ask.ts";
import type { StoreClient } from "./connectStore.ts";
import { type Found, foundSchema, type Role } from "./wire.ts";

export interface SearchParams {
  readonly text?: string; // words that all must occur, the last one perhaps unfinished
  readonly pool?: string;
  readonly author?: string;
  readonly role?: Role;
  readonly limit?: number; // at most 100; 20 unless told otherwise
  readonly offset?: number;
}

/**
 * Documents in which all words occur, the best first; without words the newest first.
 * @throws StoreError
 */
export async function searchDocuments(store: StoreClient, params: SearchParams = {}): Promise<readonly Found[]> {
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return (await ask(store, `/documents?${query}`, foundSchema)).documents;
}
