/**
 * `npm run bench:app -- [--only load] [--json] [--check]`: what each place of the page weighs, what Lighthouse makes of
 * it, and what people must click, type, sign and send (signatures + transactions) for what they want. Needs Chromium.
 * With --check a missed goal is a failure, unless a busy machine may be to blame.
 */
import { parseArgs } from "node:util";
import { openStory } from "../../scripts/app/openStory.ts";
import { bundleInpage } from "../../scripts/browser/inpage/bundleInpage.ts";
import { launchBrowser } from "../../scripts/browser/launchBrowser.ts";
import { build } from "../../scripts/chain/build.ts";
import { align } from "../../scripts/output/align.ts";
import type { Measured } from "./Measured.ts";
import { type Driving, measureIntents } from "./measureIntents.ts";
import { measureLighthouse } from "./measureLighthouse.ts";
import { measureLoad } from "./measureLoad.ts";

const FIRST_PORT = 27_400;

const PARTS: Readonly<Record<string, (driving: Driving) => Promise<readonly Measured[]>>> = {
  load: ({ browser, story }) => measureLoad(browser, story),
  lighthouse: ({ browser, story }) => measureLighthouse(browser, story),
  intents: measureIntents,
};

const { values } = parseArgs({
  options: { only: { type: "string" }, json: { type: "boolean" }, check: { type: "boolean" } },
});

async function measureAll(): Promise<readonly Measured[]> {
  const story = await openStory(FIRST_PORT);
  const browser = await launchBrowser();
  const driving = { browser, story, inpage: await bundleInpage() };
  try {
    const figures: Measured[] = [];
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
const metOf = ({ met = true, isTimed = false }: Measured): string => (met ? "yes" : isTimed ? "not here" : "NO");
const rows = figures.map((figure) => [figure.name, figure.value, figure.goal ?? "", metOf(figure)]);
if (values.json) console.log(JSON.stringify(figures, undefined, 2));
else for (const line of align(rows, ["what", "measured", "goal", "met"])) console.log(line);
if (figures.length === 0) throw new Error(`Nothing is called ${values.only}`);
if (values.check && figures.some(({ met, isTimed }) => met === false && !isTimed)) process.exitCode = 1;
