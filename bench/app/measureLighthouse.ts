import lighthouse, { type Result } from "lighthouse";
import type { Browser } from "puppeteer-core";
import type { OpenedStory } from "../../scripts/app/openStory.ts";
import type { Measured } from "./Measured.ts";

const GOAL = 95; // of 100
const PATIENCE = 15_000; // milliseconds: the page never rests, for it looks for new blocks
const RUNS = 3; // of which the one in the middle counts
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const TIMED = "performance";

/** Lighthouse's marks for a slow phone, in each of its categories. */
export async function measureLighthouse(browser: Browser, { url, played }: OpenedStory): Promise<readonly Measured[]> {
  const places = {
    catalogue: "#/",
    "dataset and trade": `#/dataset/${played.estate.datasets[0]?.token}`,
    compute: "#/compute",
    launch: "#/launch",
    portfolio: "#/portfolio",
  };
  const figures: Measured[] = [];
  for (const [name, hash] of Object.entries(places)) {
    const results: Result[] = [];
    for (let run = 0; run < RUNS; run++) results.push(await look(browser, `${url}/${hash}`));
    figures.push(...CATEGORIES.map((id) => figureOf(`Lighthouse, phone: ${name}, ${id}`, id, results)));
  }
  return figures;
}

async function look(browser: Browser, url: string): Promise<Result> {
  const port = Number(new URL(browser.wsEndpoint()).port);
  const found = await lighthouse(url, {
    port,
    output: "json",
    logLevel: "error",
    onlyCategories: CATEGORIES,
    maxWaitForLoad: PATIENCE,
  });
  if (found === undefined) throw new Error(`Lighthouse has nothing to say of ${url}`);
  return found.lhr;
}

const markOf = (result: Result, id: string): number => Math.round((result.categories[id]?.score ?? 0) * 100);

function figureOf(name: string, id: string, results: readonly Result[]): Measured {
  const middle = results.toSorted((a, b) => markOf(a, id) - markOf(b, id))[Math.floor(results.length / 2)] as Result;
  const mark = markOf(middle, id);
  const lacking = lackingIn(middle, id);
  const value = [mark, ...(lacking.length > 0 ? [`(${lacking.join("; ")})`] : [])].join(" ");
  return { name, value, goal: `>= ${GOAL}`, met: mark >= GOAL, isTimed: id === TIMED };
}

/** What cost marks, with what Lighthouse measured. */
const lackingIn = ({ categories, audits }: Result, id: string): readonly string[] =>
  (categories[id]?.auditRefs ?? []).flatMap(({ id: audit, weight }) => {
    const { score, title, displayValue = "" } = audits[audit] ?? {};
    return weight > 0 && typeof score === "number" && score < 0.9 ? [`${title} ${displayValue}`.trim()] : [];
  });
