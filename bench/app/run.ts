/**
 * `npm run bench:app -- [--only load] [--json]`: what the page weighs, what Lighthouse makes of it, and what people must
 * click, type, sign and send (signatures + transactions) for what they want. Needs Chromium.
 */
import { parseArgs } from "node:util";
import { openStory } from "../../scripts/app/openStory.ts";
import { bundleInpage } from "../../scripts/browser/inpage/bundleInpage.ts";
import { launchBrowser } from "../../scripts/browser/launchBrowser.ts";
import { build } from "../../scripts/chain/build.ts";
import { align } from "../../scripts/output/align.ts";
import type { Figure } from "../offchain/Figure.ts";
import { type Driving, measureIntents } from "./measureIntents.ts";
import { measureLighthouse } from "./measureLighthouse.ts";
import { measureLoad } from "./measureLoad.ts";

const FIRST_PORT = 27_400;

const PARTS: Readonly<Record<string, (driving: Driving) => Promise<readonly Figure[]>>> = {
  load: ({ browser, story }) => measureLoad(browser, story.url),
  lighthouse: ({ browser, story }) =>
    measureLighthouse(browser, [
      { name: "catalogue", url: `${story.url}/#/` },
      { name: "dataset", url: `${story.url}/#/dataset/${story.played.estate.datasets[0]?.token}` },
    ]),
  intents: measureIntents,
};

const { values } = parseArgs({ options: { only: { type: "string" }, json: { type: "boolean" } } });

async function measureAll(): Promise<readonly Figure[]> {
  const story = await openStory(FIRST_PORT);
  const browser = await launchBrowser();
  const driving = { browser, story, inpage: await bundleInpage() };
  try {
    const figures: Figure[] = [];
    for (const [name, measure] of Object.entries(PARTS)) {
      if (!name.includes(values.only ?? "")) continue;
      console.error(`${name} ...`);
      figures.push(...(await measure(driving)));
    }
    return figures;
  } finally {
    await browser.close();
    await story.close();
  }
}

await build();
const figures = await measureAll();
const MET = new Map([
  [true, "yes"],
  [false, "NO"],
]);
const rows = figures.map(({ name, value, goal = "", met }) => [name, value, goal, MET.get(met ?? true) ?? ""]);
if (values.json) console.log(JSON.stringify(figures, undefined, 2));
else for (const line of align(rows, ["what", "measured", "goal", "met"])) console.log(line);
if (figures.length === 0 || figures.some(({ met }) => met === false)) process.exitCode = 1;
