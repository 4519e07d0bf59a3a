import { findBrowser } from "../../../scripts/browser/findBrowser.ts";
import { meetUser } from "../../../scripts/browser/meetUser.ts";
import type { User } from "../../../scripts/browser/user/createUser.ts";
import { type House, openHouse } from "./openHouse.ts";

export interface Meeting {
  /** Private keys of the wallet's accounts; by default those of somebody who has done nothing yet. */
  readonly keys?: readonly string[];
  readonly strangeChain?: number;
  readonly width?: number; // pixels
  readonly theme?: "light" | "dark";
  readonly url?: string; // of the page, by default the one with services
  readonly hasWallet?: boolean;
}

/** What a test asks for. */
export interface Hosting {
  readonly house: () => House;
  /** Somebody new, with a wallet of his own, in front of the page, which is still to be opened. */
  readonly meet: (how?: Meeting) => Promise<User>;
}

let opened: Promise<House> | undefined;

/**
 * Gives a suite the house, which all suites of a run share, and checks after each test that nothing went wrong in a page.
 * Without a browser the suite is skipped, except where CI is set.
 */
export function useHouse(suite: Mocha.Suite): Hosting {
  suite.timeout(90_000);
  const guests: User[] = [];
  let house: House | undefined;
  const here = (): House => {
    if (house === undefined) throw new Error("The house is not open yet");
    return house;
  };
  suite.beforeAll(async function () {
    if (findBrowser() === undefined && !process.env.CI) {
      console.log("      Skipped: no Chromium on this machine (apt install chromium, or name one by CHROMIUM)");
      return this.skip();
    }
    if (opened === undefined) rootOf(suite).afterAll(closeHouse);
    opened ??= openHouse();
    house = await opened;
  });
  suite.afterEach(async () => {
    const faults = guests.flatMap((guest) => guest.faults);
    for (const guest of guests.splice(0)) await guest.leaves();
    if (faults.length > 0) throw new Error(`The page had errors of its own:\n${faults.join("\n")}`);
  });
  const meet = async (how: Meeting = {}): Promise<User> => {
    const guest = await welcome(here(), how);
    guests.push(guest);
    return guest;
  };
  return { house: here, meet };
}

/** A house that could not be opened has left nothing to close. */
const closeHouse = (): Promise<void> | undefined => opened?.then(({ close }) => close()).catch(() => {});

const rootOf = (suite: Mocha.Suite): Mocha.Suite => (suite.parent === undefined ? suite : rootOf(suite.parent));

function welcome(house: House, how: Meeting): Promise<User> {
  const { keys = [house.somebody().privateKey], strangeChain, url = house.url, ...others } = how;
  const known = { keys, rpcUrl: house.chain.rpcUrl, chainId: house.file.chainId };
  const wallet = { ...known, ...(strangeChain !== undefined && { strangeChain }) };
  return meetUser({ ...house, ...others, url, wallet });
}
