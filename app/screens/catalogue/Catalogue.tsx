import { useLive } from "../../chain/useLive.ts";
import {
  type CataloguePage,
  cataloguePage,
  PAGE_SIZE,
  type Sort,
  SORTS,
  type Wanted,
} from "../../data/catalogue/page.ts";
import { safeText } from "../../data/words/safeText.ts";
import { go, href, route } from "../../route.ts";
import { Fault } from "../../ui/Fault.tsx";
import { useTitle } from "../../ui/useTitle.ts";
import { Cards } from "./Cards.tsx";
import { Described } from "./Described.tsx";
import { Pages } from "./Pages.tsx";
import { SearchForm } from "./SearchForm.tsx";
import { TokenList } from "./TokenList.tsx";

const WITHOUT_INDEX: readonly Sort[] = ["created", "name"];

/** All datasets, to search and choose from: `#/?search=weather&sort=name&page=2`. */
export function Catalogue() {
  useTitle("Datasets");
  const wanted = wantedIn(route.value.query);
  const { search, sort, page } = wanted;
  const { data, error, retry } = useLive(`catalogue ${sort} ${page} ${search}`, () => cataloguePage(wanted));
  const sorts = data?.source === "chain" ? WITHOUT_INDEX : (Object.keys(SORTS) as Sort[]);
  const query = { search, sort: sort === "created" ? undefined : sort };
  return (
    <>
      <h1>Datasets</h1>
      <p>
        Buy a dataset's token, access to its records, or an answer computed over records that nobody sees; or earn
        tokens with data of your own. Prices are in ALITA.
      </p>
      <SearchForm
        search={search}
        sort={sort}
        sorts={sorts.includes(sort) ? sorts : [...sorts, sort]}
        onChange={({ search: words, sort: order }) =>
          go(href([], { search: words, sort: order === "created" ? undefined : order }), true)
        }
      />
      <p class="hint" role="status">
        {found(data, wanted)}
        {data?.source === "chain" &&
          !WITHOUT_INDEX.includes(sort) &&
          ` No indexer answers, so nobody knows the order by ${SORTS[sort].toLowerCase()}: the newest come first.`}
      </p>
      <Fault of={data === undefined ? error : undefined} retry={retry} />
      {(data !== undefined || error === undefined) && <Cards cards={data?.cards} />}
      {data?.cards.length === 0 && search === "" && page === 1 && (
        <p class="card">
          Whoever has data, or knows whom to ask for it, can begin. <a href={href(["launch"])}>Launch a dataset</a>
        </p>
      )}
      {data?.cards.length === 0 && search !== "" && <a href={href([])}>Show all datasets</a>}
      {data !== undefined && (
        <Pages
          page={page}
          hasNext={data.hasNext}
          last={data.count && Math.ceil(data.count / PAGE_SIZE)}
          query={query}
        />
      )}
      {search !== "" && data !== undefined && page === 1 && <Described search={search} shown={data.cards} />}
      <TokenList />
    </>
  );
}

function wantedIn(query: URLSearchParams): Wanted {
  const [sort, page] = [query.get("sort") ?? "", Number(query.get("page"))];
  return {
    search: (query.get("search") ?? "").trim().slice(0, 200),
    sort: Object.hasOwn(SORTS, sort) ? (sort as Sort) : "created",
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

function found(data: CataloguePage | undefined, { search, page }: Wanted): string {
  if (data === undefined) return "Looking …";
  const { cards, count, hasNext } = data;
  const named = search === "" ? "" : ` with “${safeText(search)}” in name, symbol or address`;
  if (cards.length === 0 && page > 1) return "There is no such page.";
  if (cards.length === 0) return search === "" ? "There is no dataset yet." : `No dataset${named}.`;
  if (count === undefined && (hasNext || page > 1)) return `${cards.length} datasets on this page${named}.`;
  const all = count ?? cards.length;
  return `${all} ${all === 1 ? "dataset" : "datasets"}${named}.`;
}
