import type { CatalogueQuery } from "#sdk/indexer/createIndexerClient.ts";
import { reader } from "../../chain/site.ts";
import { fromIndex } from "../services.ts";
import { sparingly } from "../sparingly.ts";
import type { CardFacts } from "./CardFacts.ts";
import { factsFromIndex } from "./factsFromIndex.ts";
import { type Launch, launches } from "./launches.ts";
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
  const all = await launches(reader());
  const found = rank(sort === "name" ? byName(all) : all.toReversed(), search);
  const start = (page - 1) * PAGE_SIZE;
  const cards = found.slice(start, start + PAGE_SIZE);
  return { cards, hasNext: found.length > start + PAGE_SIZE, count: found.length, source: "chain" };
}

const byName = (all: readonly Launch[]): readonly Launch[] => {
  const { compare } = new Intl.Collator();
  return all.toSorted((a, b) => compare(a.name, b.name));
};
