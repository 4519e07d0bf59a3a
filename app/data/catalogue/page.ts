import type { CatalogueQuery } from "#sdk/indexer/createIndexerClient.ts";
import { reader } from "../../chain/site.ts";
import { fromIndex } from "../services.ts";
import { sparingly } from "../sparingly.ts";
import type { CardFacts } from "./CardFacts.ts";
import { factsFromIndex } from "./factsFromIndex.ts";
import { latestLaunches, type Launch, launches } from "./launches.ts";
import { rank } from "./rank.ts";

export const PAGE_SIZE = 24;

/** What the catalogue is sorted by; all but `created` and `name` need an index of the whole market. */
export const SORTS = {
  created: "Newest",
  name: "Name",
  volume: "24 h volume",
  liquidity: "Liquidity",
  price: "Price",
  quality: "Quality",
  providers: "Providers",
} as const;

export type Sort = keyof typeof SORTS;

export interface Wanted {
  readonly search: string;
  readonly sort: Sort;
  readonly page: number; // from 1
}

/** A dataset in the catalogue; facts that did not come with it are read for the cards that are shown. */
export interface Card extends Pick<Launch, "token" | "pair" | "pool" | "maker" | "name" | "symbol"> {
  readonly facts?: CardFacts;
}

/** A page of the catalogue. */
export interface CataloguePage {
  readonly cards: readonly Card[];
  readonly hasNext: boolean;
  readonly count: number | undefined; // of all that match; undefined: the index does not count
  readonly source: "index" | "chain";
}

const AGE = 3_000; // milliseconds that a page of the index may be old

/** A page from the indexer where there is one that answers, else from the chain's own list. */
export async function cataloguePage(wanted: Wanted): Promise<CataloguePage> {
  return (await indexPage(wanted)) ?? (await chainPage(wanted));
}

/* INDEX */

const cursors = new Map<string, string | null>(); // where a page begins; null: there is no such page

async function indexPage({ search, sort, page }: Wanted): Promise<CataloguePage | undefined> {
  const kind = `${sort} ${search}`;
  let answer: Awaited<ReturnType<typeof ask>>;
  let turn = firstKnown(kind, page);
  do {
    answer = await ask(`${kind} ${turn}`, { search, sort, cursor: cursors.get(`${kind} ${turn}`) ?? undefined });
    if (answer === undefined) return undefined;
    turn++;
    cursors.set(`${kind} ${turn}`, answer.next);
  } while (turn <= page && answer.next !== null);
  const isBeyond = turn <= page;
  const cards = isBeyond ? [] : answer.items.map((item) => ({ ...item, facts: factsFromIndex(item) }));
  return { cards, hasNext: answer.next !== null, count: undefined, source: "index" };
}

/** The last page up to the wanted one of which it is known where it begins. */
function firstKnown(kind: string, page: number): number {
  for (let turn = page; turn > 1; turn--) if (cursors.get(`${kind} ${turn}`)) return turn;
  return 1;
}

const ask = (key: string, { search, ...query }: CatalogueQuery) =>
  sparingly(reader(), `catalogue ${key}`, AGE, () =>
    fromIndex((index) => index.datasets({ ...query, limit: PAGE_SIZE, ...(search && { search }) })),
  );

/* CHAIN */

async function chainPage({ search, sort, page }: Wanted): Promise<CataloguePage> {
  const end = page * PAGE_SIZE;
  const { found, isAll } = await look(sort, search, end + 1);
  const cards = found.slice(end - PAGE_SIZE, end);
  return { cards, hasNext: found.length > end, count: isAll ? found.length : undefined, source: "chain" };
}

/** What matches, in order; of the newest only so many as are needed, for a chain may be long. */
async function look(sort: Sort, search: string, count: number) {
  if (search === "" && sort !== "name") {
    const latest = await latestLaunches(reader(), count);
    return { found: latest.launches.toReversed(), isAll: latest.isAll };
  }
  const all = await launches(reader());
  return { found: rank(sort === "name" ? byName(all) : all.toReversed(), search), isAll: true };
}

const byName = (all: readonly Launch[]): readonly Launch[] => {
  const { compare } = new Intl.Collator();
  return all.toSorted((a, b) => compare(a.name, b.name));
};
