/**
 * `npm run pictures`: pictures of the main screens, taken from the running page with the story's data, into
 * docs/pictures. Needs Chromium; about two minutes.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { jobId } from "#sdk/actions/compute/jobId.ts";
import { type OpenedStory, openStory } from "./app/openStory.ts";
import { bundleInpage } from "./browser/inpage/bundleInpage.ts";
import { launchBrowser } from "./browser/launchBrowser.ts";
import { meetUser } from "./browser/meetUser.ts";
import { build } from "./chain/build.ts";
import type { Name } from "./story/cast.ts";

const FIRST_PORT = 27_600;
const FOLDER = fileURLToPath(new URL("../docs/pictures", import.meta.url));
const DESK = { width: 1_200, height: 800 };
const PHONE = { width: 390, height: 800 };
const REST = 1_500; // milliseconds until all that a screen shows has been asked for and drawn

interface Picture {
  readonly name: string;
  readonly at: (story: OpenedStory) => string;
  readonly who?: Name; // is connected; by default nobody
  readonly size?: { readonly width: number; readonly height: number };
}

const ofWeather =
  (rest = "") =>
  (story: OpenedStory) =>
    `#/dataset/${story.played.estate.datasets[0]?.token}${rest}`;

const lastJob = ({ played }: OpenedStory): string => {
  const job = played.estate.jobs.at(-1);
  return job === undefined ? "#/compute" : `#/compute/${jobId(job)}`;
};

const PICTURES: readonly Picture[] = [
  { name: "catalogue", at: () => "#/" },
  { name: "dataset", at: ofWeather("/trade?pay=25"), who: "tom" },
  { name: "votes", at: ofWeather("/votes"), who: "olga" },
  { name: "contribute", at: ofWeather("/contribute"), who: "olga" },
  { name: "compute", at: lastJob, who: "carl" },
  { name: "launch", at: () => "#/launch", who: "mia" },
  { name: "portfolio", at: () => "#/portfolio", who: "olga" },
  { name: "phone", at: ofWeather("/trade?pay=25"), who: "tom", size: PHONE },
];

await build();
mkdirSync(FOLDER, { recursive: true });
const story = await openStory(FIRST_PORT);
const browser = await launchBrowser();
const inpage = await bundleInpage();
try {
  for (const { name, at, who, size = DESK } of PICTURES) {
    const { privateKey } = story.played.cast[who ?? "you"];
    const wallet = { keys: [privateKey], rpcUrl: story.chain.rpcUrl, chainId: story.file.chainId };
    const user = await meetUser({ browser, inpage, url: story.url, wallet, ...size });
    await user.goes(at(story));
    if (who !== undefined) await user.connects();
    await user.until(`${name} is not complete`, async () => (await user.page.$("main .skeleton")) === null);
    await new Promise((rested) => setTimeout(rested, REST));
    await user.page.evaluate("document.activeElement?.blur()"); // connecting left a mark of the focus
    await user.page.screenshot({ path: join(FOLDER, `${name}.png`) as `${string}.png` });
    await user.leaves();
    console.log(`docs/pictures/${name}.png`);
  }
} finally {
  await browser.close();
  await story.close();
}
