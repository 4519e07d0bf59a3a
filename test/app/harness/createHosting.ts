import type { Browser } from "puppeteer-core";
import { findBrowser } from "../../../scripts/browser/findBrowser.ts";
import { meetUser } from "../../../scripts/browser/meetUser.ts";
import type { User } from "../../../scripts/browser/user/createUser.ts";

/** Somewhere with the page: what it stands on, and a browser before it. */
export interface Hosted {
  readonly chain: { readonly rpcUrl: string };
  readonly file: { readonly chainId: number };
  readonly browser: Browser;
  readonly inpage: string; // see bundleInpage
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface Meeting {
  /** Private keys of the wallet's accounts; by default those of somebody who has done nothing yet. */
  readonly keys?: readonly string[];
  readonly strangeChain?: number;
  readonly width?: number; // pixels
  readonly theme?: "light" | "dark";
  readonly url?: string; // of the page, by default the one with services
  readonly hasWallet?: boolean;
  readonly delegate?: string; // a contract that the wallet's accounts can delegate to: then it has batches
}

/** What a test asks for. */
export interface Hosting<H extends Hosted> {
  readonly host: () => H;
  /** Somebody new, with a wallet of their own, in front of the page, which is still to be opened. */
  readonly meet: (how?: Meeting) => Promise<User>;
}

export interface HostingParams<H extends Hosted> {
  readonly open: () => Promise<H>;
  /** The private key of somebody new. */
  readonly keyOf: (host: H) => string;
}

const ONE_TEST = 90_000; // milliseconds
const OPENING = 10 * 60_000; // on a machine that has other things to do

/**
 * Gives suites a place that all of them share, opened when the first of them needs it, and checks after each test that
 * nothing went wrong in a page. Without a browser a suite is skipped, except where CI is set.
 */
export function createHosting<H extends Hosted>({ open, keyOf }: HostingParams<H>) {
  let opened: Promise<H> | undefined;
  // a place that could not be opened has left nothing to close
  const close = (): Promise<void> | undefined => opened?.then((host) => host.close()).catch(() => {});

  return (suite: Mocha.Suite): Hosting<H> => {
    suite.timeout(ONE_TEST);
    const guests: User[] = [];
    let host: H | undefined;
    const here = (): H => {
      if (host === undefined) throw new Error("The place is not open yet");
      return host;
    };
    suite.beforeAll(async function () {
      if (findBrowser() === undefined && !process.env.CI) {
        console.log("      Skipped: no Chromium on this machine (apt install chromium, or name one by CHROMIUM)");
        return this.skip();
      }
      this.timeout(OPENING);
      if (opened === undefined) rootOf(suite).afterAll(close);
      opened ??= open();
      host = await opened;
    });
    suite.afterEach(async () => {
      const faults = guests.flatMap((guest) => guest.faults);
      for (const guest of guests.splice(0)) await guest.leaves();
      if (faults.length > 0) throw new Error(`The page had errors of its own:\n${faults.join("\n")}`);
    });
    const meet = async ({ keys = [keyOf(here())], ...how }: Meeting = {}): Promise<User> => {
      const guest = await welcome(here(), { keys, ...how });
      guests.push(guest);
      return guest;
    };
    return { host: here, meet };
  };
}

const rootOf = (suite: Mocha.Suite): Mocha.Suite => (suite.parent === undefined ? suite : rootOf(suite.parent));

function welcome(host: Hosted, how: Meeting & { readonly keys: readonly string[] }): Promise<User> {
  const { keys, strangeChain, delegate, url = host.url, ...others } = how;
  const { browser, inpage, chain, file } = host;
  const known = { keys, rpcUrl: chain.rpcUrl, chainId: file.chainId };
  const wallet = { ...known, ...(strangeChain !== undefined && { strangeChain }), ...(delegate && { delegate }) };
  return meetUser({ browser, inpage, ...others, url, wallet });
}
