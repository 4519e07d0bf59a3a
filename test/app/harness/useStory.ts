import { type OpenedStory, openStory } from "../../../scripts/app/openStory.ts";
import { bundleInpage } from "../../../scripts/browser/inpage/bundleInpage.ts";
import { launchBrowser } from "../../../scripts/browser/launchBrowser.ts";
import type { Launched } from "../../../scripts/story/Stage.ts";
import { createHosting, type Hosted, type Hosting } from "./createHosting.ts";

/** Runs at the same time look for ports in ranges of their own, above those of the houses. */
const FIRST_PORT = 40_000 + (process.pid % 2_000) * 4;

export type Story = OpenedStory & Hosted;

async function open(): Promise<Story> {
  const browser = await launchBrowser();
  try {
    const [story, inpage] = [await openStory(FIRST_PORT), await bundleInpage()];
    return {
      ...story,
      browser,
      inpage,
      close: async () => {
        await browser.close();
        await story.close();
      },
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

const hosting = createHosting<Story>({ open, keyOf: ({ played }) => played.cast.you.privateKey });

/** Gives a suite what `npm start` gives: the whole story with all of its services, and devices that go on answering. */
export function useStory(suite: Mocha.Suite): { readonly story: () => Story } & Pick<Hosting<Story>, "meet"> {
  const { host: story, meet } = hosting(suite);
  return { story, meet };
}

/** A dataset of the story by its symbol. */
export function datasetOf({ played }: Story, symbol: string): Launched {
  const found = played.estate.datasets.find((one) => one.symbol === symbol);
  if (found === undefined) throw new Error(`The story has no dataset ${symbol}`);
  return found as Launched;
}
