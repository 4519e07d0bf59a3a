import { createIndexerClient, type IndexerClient } from "#sdk/indexer/createIndexerClient.ts";
import type { At } from "#sdk/indexer/types.ts";
import { connectStore, type StoreClient } from "#sdk/store/connectStore.ts";
import { head } from "../chain/head.ts";
import { reader, site } from "../chain/site.ts";
import { caughtUp } from "./caughtUp.ts";
import { sparingly } from "./sparingly.ts";

const PATIENCE = 4_000; // milliseconds that an indexer may take: the chain can be asked as well
const TRUCE = 60_000; // milliseconds until an indexer that did not help is asked again

let client: IndexerClient | undefined;
let deafUntil = 0;

/** The store of the deployment, if it has one. */
export function store(): StoreClient | undefined {
  const url = site().deployment.services?.store;
  return url === undefined ? undefined : connectStore({ url, datawell: reader() });
}

function indexer(): IndexerClient | undefined {
  const url = site().deployment.services?.indexer;
  if (url === undefined || Date.now() < deafUntil) return undefined;
  client ??= createIndexerClient({ url: url.replace(/\/+$/, ""), timeout: PATIENCE });
  return client;
}

/** Whether the indexer follows these very contracts. */
async function isOurs(index: IndexerClient): Promise<boolean> {
  const { chainId, factory } = await index.status();
  const { deployment } = site();
  const ours = deployment.contracts.DatasetFactory.address;
  return chainId === String(deployment.chainId) && factory.toLowerCase() === ours.toLowerCase();
}

/**
 * Asks the indexer; undefined: there is none, it does not answer, it is far behind, or it follows other contracts. Then
 * the chain is to be asked, and the indexer left in peace for a minute.
 */
export async function fromIndex<T extends { readonly at: At }>(
  question: (index: IndexerClient) => Promise<T>,
): Promise<T | undefined> {
  const index = indexer();
  if (index === undefined) return undefined;
  try {
    if (await sparingly(index, "status", TRUCE, () => isOurs(index))) {
      const answer = await caughtUp(() => question(index), head.value?.number ?? 0);
      if (answer !== undefined) return answer;
    }
  } catch {
    // whatever it is: the chain knows all that the indexer knows
  }
  deafUntil = Date.now() + TRUCE;
  return undefined;
}
