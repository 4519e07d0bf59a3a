import { getAddress } from "ethers";
import type { IndexerClient, Page } from "#sdk/indexer/createIndexerClient.ts";
import type { ActivityEvent, At } from "#sdk/indexer/types.ts";
import { type Concerns, type Happening, withoutEchoes } from "./Concerns.ts";

const MOST = 100; // as many as one page takes
const MOST_PAGES = 10; // nobody looks through more than a thousand datasets

/** What an account has to do with, as an indexer tells it. */
export async function concernsFromIndex(index: IndexerClient, who: string): Promise<Concerns & { readonly at: At }> {
  const limit = MOST;
  const [held, provided, worked, licensed, made, activity] = await Promise.all([
    every((cursor) => index.tokensOf(who, { limit, cursor })),
    every((cursor) => index.positionsOf(who, { limit, cursor })),
    every((cursor) => index.poolsOf(who, { limit, cursor })),
    every((cursor) => index.licencesOf(who, { limit, cursor })),
    every((cursor) => index.datasets({ maker: who, limit, cursor })),
    index.activityOf(who, { limit }),
  ]);
  const tokens = [...held, ...provided, ...worked, ...licensed, ...made].map(({ token }) => getAddress(token));
  return {
    at: activity.at,
    tokens: [...new Set(tokens)],
    activity: withoutEchoes(activity.items.map(happeningOf)),
  };
}

async function every<T>(ask: (cursor: string | undefined) => Promise<Page<T>>): Promise<readonly T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items, next } = await ask(cursor);
    all.push(...items);
    if (next === null) break;
    cursor = next;
  }
  return all;
}

function happeningOf({
  contract,
  name,
  args,
  token,
  block,
  logIndex,
  time,
  transactionHash,
}: ActivityEvent): Happening {
  const dataset = token === null ? undefined : getAddress(token);
  return { contract, name, args, token: dataset, block, logIndex, time, transactionHash };
}
