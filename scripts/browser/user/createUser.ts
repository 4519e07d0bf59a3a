import type { BrowserContext, Page } from "puppeteer-core";
import type { TestWallet } from "../wallet/createWallet.ts";
import { createEyes, PATIENCE } from "./createEyes.ts";
import { createHands } from "./createHands.ts";

const LOADING = { waitUntil: "load", timeout: 3 * PATIENCE } as const;

export interface UserParts {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly url: string; // of the app
  readonly wallet: TestWallet;
}

/** Somebody in front of the page: does what a person does, and sees what is written there. */
export type User = ReturnType<typeof createUser>;

/** Puts somebody in front of a page. */
export function createUser({ context, page, url, wallet }: UserParts) {
  const eyes = createEyes(page);
  const hands = createHands(page, eyes);
  const faults = heard(page, url);
  return {
    ...eyes,
    ...hands,
    page,
    url,
    wallet,
    /** What went wrong in the page by itself: none of it may happen. */
    faults,
    /** Takes faults for what they must be when something outside the page fails. */
    forgives: (kind: RegExp): void => {
      const others = faults.filter((fault) => !kind.test(fault));
      faults.splice(0, faults.length, ...others);
    },
    /** Opens a place of the app by its address, as a link from elsewhere does, and waits until its code is there. */
    goes: async (hash: string): Promise<void> => {
      if (page.url().startsWith(url)) await page.evaluate(turn(hash));
      else await page.goto(`${url}/${hash}`, LOADING);
      await eyes.until(`${hash} was not loaded`, async () => (await page.evaluate(IS_THERE)) === true);
      await page.evaluate(DRAWN);
    },
    reloads: () => page.reload(LOADING),
    /** Connects the wallet, which must be willing. */
    connects: async (): Promise<void> => {
      await hands.clicks("Connect wallet", { within: "header.top" });
      await hands.clicks("MetaMask");
      await eyes.seesNoMore("Connect wallet");
    },
    /** Waits until the wallet has asked so many things. */
    isAsked: (times: number): Promise<true> =>
      eyes.until(`The wallet never asked ${times} times`, async () => wallet.prompts.length >= times),
    leaves: (): Promise<void> => context.close(),
  };
}

/** Where Puppeteer's own faults come from: what a page had asked of the wallet as it was left. */
const PUPPETEER = "pptr:internal";

/** A service's way to say that there is none, or none yet, which browsers write down as if it were a fault. */
const NOT_THERE = /status of 404/;

/** Collects what a page complains about. */
function heard(page: Page, url: string): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (!fault.includes(PUPPETEER)) faults.push(`pageerror: ${fault}`);
  });
  page.on("console", (message) => {
    const from = message.location().url ?? url;
    const isAnswer = NOT_THERE.test(message.text()) && !from.startsWith(url);
    if (message.type() === "error" && !isAnswer)
      faults.push(`console: ${message.text()} ${message.location().url ?? ""}`);
  });
  return faults;
}

/** Goes to a place within the page, and is over when the page has heard of it. */
const turn = (hash: string): string => `new Promise((hears) => {
  if (location.hash === ${JSON.stringify(hash)}) return hears();
  addEventListener("hashchange", () => setTimeout(hears), { once: true });
  location.hash = ${JSON.stringify(hash)};
})`;

const IS_THERE = `document.querySelector("main#main[aria-busy=false]") !== null
  && document.querySelector(".tab[aria-busy=true]") === null`;

/** Is over when what is known now was drawn, and what follows from its being drawn was done. */
const DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";
