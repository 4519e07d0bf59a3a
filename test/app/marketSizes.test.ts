import { expect } from "chai";
import { findBrowser } from "../../scripts/browser/findBrowser.ts";
import { settled } from "./harness/looks.ts";
import { openMarket, type Visitor } from "./harness/openMarket.ts";

const MANY = 1_000;
const PAGE = 24;
const LAST_PAGE = Math.ceil(MANY / PAGE);
const ELEMENTS = 1_500; // that a page of the catalogue may have, whatever the market
const REQUESTS = 24; // to the node until a page stands
const QUESTIONS = 250; // in those requests

type Market = Awaited<ReturnType<typeof openMarket>>;

/** A market for a suite; the suite is skipped where there is no browser, except where CI is set. */
function useMarket(suite: Mocha.Suite, count: number): () => Market {
  suite.timeout(5 * 60_000);
  let market: Market | undefined;
  suite.beforeAll(async function () {
    if (findBrowser() === undefined && !process.env.CI) return this.skip();
    market = await openMarket(count);
  });
  suite.afterAll(() => market?.close());
  return () => market as Market;
}

const titles = ({ page }: Visitor): Promise<readonly string[]> =>
  page.$$eval("main .cards h2", (all) => all.map(({ textContent }) => textContent ?? ""));

const elements = ({ page }: Visitor): Promise<number> => page.$$eval("*", (all) => all.length);

/** Goes somewhere and waits for the cards that must be there then. */
async function sees(user: Visitor, hash: string, first: string): Promise<readonly string[]> {
  await user.goes(hash);
  await user.until(`${first} was never the first`, async () => (await titles(user))[0] === first);
  await settled(user);
  return titles(user);
}

async function indexes(indexer: string, count: number, user: Visitor): Promise<void> {
  await user.until("The indexer never caught up", async () => {
    const answer = await fetch(`${indexer}/datasets?sort=created&limit=1`);
    const { items } = (await answer.json()) as { readonly items: readonly { readonly name: string }[] };
    return items[0]?.name === `Dataset ${count}`;
  });
}

describe("A market of a thousand datasets, in the page,", function () {
  const market = useMarket(this, MANY);

  for (const kind of ["withChainAlone", "withIndexer"] as const) {
    const how = kind === "withIndexer" ? "with an indexer" : "with the chain alone";

    it(`shows the newest first, a page at a time, after a few requests, ${how}`, async () => {
      const user = await market()[kind]();
      if (kind === "withIndexer") await indexes(market().indexer, MANY, user);
      const shown = await sees(user, "#/", `Dataset ${MANY}`);
      expect(user.asked.requests, "requests").to.be.at.most(REQUESTS);
      expect(user.asked.questions, "questions").to.be.at.most(QUESTIONS);
      expect(shown).to.deep.equal(Array.from({ length: PAGE }, (_, index) => `Dataset ${MANY - index}`));
      expect(await elements(user)).to.be.at.most(ELEMENTS);
      await user.clicks("Next", { role: "link" });
      await user.sees(`Dataset ${MANY - PAGE}`);
      const last = await sees(user, `#/?page=${LAST_PAGE}`, `Dataset ${MANY - (LAST_PAGE - 1) * PAGE}`);
      expect(last.at(-1)).to.equal("Dataset 1");
      expect(user.faults).to.deep.equal([]);
      await user.leaves();
    });

    it(`finds one of them by its name, and sorts them, ${how}`, async () => {
      const user = await market()[kind]();
      await sees(user, "#/", `Dataset ${MANY}`);
      await user.types("Search", "DATA512", "searchbox");
      await user.until("It was not found", async () => (await titles(user)).join() === "Dataset 512");
      const sorted = await sees(user, "#/?sort=name", "Dataset 1");
      expect(sorted.slice(0, 3)).to.deep.equal(["Dataset 1", "Dataset 10", "Dataset 100"]);
      expect(await elements(user)).to.be.at.most(ELEMENTS);
      await user.leaves();
    });

    it(`shows the portfolio of who has made a hundred of them, ${how}`, async () => {
      const user = await market()[kind]();
      await user.goes("#/");
      await user.connects();
      await user.goes("#/portfolio");
      await user.sees(`Dataset ${MANY - 9}`);
      await settled(user);
      expect(user.faults).to.deep.equal([]);
      await user.leaves();
    });
  }
});

describe("A market without a dataset, in the page,", function () {
  const market = useMarket(this, 0);

  for (const kind of ["withChainAlone", "withIndexer"] as const) {
    it(`says so, and how to begin, ${kind === "withIndexer" ? "with an indexer" : "with the chain alone"}`, async () => {
      const user = await market()[kind]();
      await user.goes("#/");
      await user.sees("There is no dataset yet.");
      await user.clicks("Launch a dataset", { role: "link" });
      await user.until("The way to a launch", async () => user.page.url().endsWith("#/launch"));
      for (const hash of ["#/portfolio", "#/compute", "#/swap"]) {
        await user.goes(hash);
        await settled(user);
      }
      expect(user.faults).to.deep.equal([]);
      await user.leaves();
    });
  }
});
