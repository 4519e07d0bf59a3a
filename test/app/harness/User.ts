import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext, KeyInput, Page } from "puppeteer-core";
import type { TestWallet } from "./wallet/createWallet.ts";

const PATIENCE = 20_000; // milliseconds that somebody waits for the page
const LOOK = 50; // milliseconds between two looks

export interface UserParts {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly url: string; // of the page
  readonly wallet: TestWallet;
}

/** Somebody in front of the page: does what a person does, and sees what is written there. */
export type User = ReturnType<typeof createUser>;

/** Puts somebody in front of a page that is open already. */
export function createUser({ context, page, url, wallet }: UserParts) {
  /** What went wrong in the page by itself: none of it may happen. */
  const faults: string[] = [];
  const counts = { clicks: 0, fields: 0, keys: 0 };
  page.on("pageerror", (error) => faults.push(`pageerror: ${String((error as Error).stack ?? error)}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()} ${message.location().url ?? ""}`);
  });

  const text = (): Promise<string> => page.evaluate("document.body.innerText") as Promise<string>;

  async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    for (const end = Date.now() + PATIENCE; ; await sleep(LOOK)) {
      const found = await look().catch(() => undefined); // the document may be on its way
      if (found !== undefined && found !== false) return found;
      if (Date.now() > end) throw new Error(`${what}; the page says:\n${await text().catch(String)}`);
    }
  }

  /** A thing by its accessible name and role, as those who listen find it, the first in the part of the page given. */
  const thing = (role: string, name: string, within = "") =>
    page.locator(`${within} ::-p-aria([name="${name}"][role="${role}"])`).setTimeout(PATIENCE);

  /** Lets an error say what the page looked like. */
  const told = async <T>(what: string, doing: Promise<T>): Promise<T> => {
    try {
      return await doing;
    } catch (error) {
      const said = await text().catch(String);
      throw new Error(`${what}; ${faults.join("\n")} the page says:\n${said}`, { cause: error });
    }
  };

  /** Presses it in the moment in which it is seen, enabled and not covered: the page may move under a slower finger. */
  const press = (role: string, name: string, within = ""): Promise<true> =>
    until(`No ${role} ${name} could be pressed`, async () => {
      const found = await page.$(`${within} ::-p-aria([name="${name}"][role="${role}"])`);
      return (await found?.evaluate(pressed)) === true || undefined;
    });

  return {
    page,
    url,
    wallet,
    faults,
    counts,
    until,
    text,
    /** Opens a place of the app by its address, as a link from elsewhere does. */
    goes: async (hash: string): Promise<void> => {
      const isHere = page.url().startsWith(url);
      if (isHere) await page.evaluate(turn(hash));
      else await page.goto(`${url}/${hash}`, { waitUntil: "load", timeout: PATIENCE * 3 });
      await until(`${hash} was not loaded`, async () => {
        const busy = `document.querySelector("main#main[aria-busy=false]") && !document.querySelector(".tab[aria-busy=true]")`;
        return (await page.evaluate(`Boolean(${busy})`)) === true || undefined;
      });
      await page.evaluate(DRAWN);
    },
    reloads: () => page.reload({ waitUntil: "load", timeout: PATIENCE * 3 }),
    sees: (words: string | RegExp): Promise<string> =>
      until(`Nowhere stands ${String(words)}`, async () => {
        const all = await text();
        return (typeof words === "string" ? all.includes(words) : words.test(all)) ? all : undefined;
      }),
    seesNoMore: (words: string): Promise<true> =>
      until(`There still stands ${words}`, async () => !(await text()).includes(words) || undefined),
    clicks: async (name: string, { role = "button", within }: { role?: string; within?: string } = {}) => {
      counts.clicks += 1;
      await press(role, name, within);
    },
    types: async (label: string, value: string, role = "textbox"): Promise<void> => {
      counts.fields += 1;
      await told(`Nothing could be typed into ${label}`, thing(role, label).fill(value));
    },
    /** What stands in a field. */
    reads: (label: string): Promise<string> =>
      thing("textbox", label)
        .map((field) => (field as HTMLInputElement).value)
        .wait(),
    /** Whether there is a button of that name that can be pressed. */
    can: (name: string): Promise<boolean> =>
      until(`There is no button ${name}`, async () => {
        const found = await page.$(`main ::-p-aria([name="${name}"][role="button"])`);
        return found === null ? undefined : { is: await found.evaluate((one) => !(one as HTMLButtonElement).disabled) };
      }).then(({ is }) => is),
    /** Waits until the wallet has asked so many things. */
    isAsked: (times: number): Promise<true> =>
      until(`The wallet never asked ${times} times`, async () => wallet.prompts.length >= times || undefined),
    /** Takes faults of the page as what they must be when something outside it fails. */
    forgives: (kind: RegExp): void => {
      const others = faults.filter((fault) => !kind.test(fault));
      faults.splice(0, faults.length, ...others);
    },
    /** Connects the wallet, which must be willing. */
    connects: async (): Promise<void> => {
      counts.clicks += 2;
      await press("button", "Connect wallet", "header");
      await press("button", "MetaMask");
      await until("The wallet was not connected", async () => !(await text()).includes("Connect wallet") || undefined);
    },
    /** Goes from thing to thing by the Tab key until the one of that name has the focus. */
    tabsTo: async (name: string | RegExp): Promise<void> => {
      const most = 200;
      for (let pressed = 0; pressed < most; pressed++) {
        await page.keyboard.press("Tab");
        counts.keys += 1;
        const focused = (await page.evaluate(FOCUSED)) as string;
        if (typeof name === "string" ? focused === name : name.test(focused)) return;
      }
      throw new Error(`${String(name)} cannot be reached by the keyboard; the page says:\n${await text()}`);
    },
    presses: async (key: KeyInput): Promise<void> => {
      counts.keys += 1;
      await page.keyboard.press(key);
    },
    writes: (value: string): Promise<void> => page.keyboard.type(value),
    leaves: (): Promise<void> => context.close(),
  };
}

/** Goes to a place within the page, and is over when the page has heard of it. */
const turn = (hash: string): string => `new Promise((heard) => {
  if (location.hash === ${JSON.stringify(hash)}) return heard();
  addEventListener("hashchange", () => setTimeout(heard), { once: true });
  location.hash = ${JSON.stringify(hash)};
})`;

/** Is over when what is known now was drawn, and what follows from its being drawn was done. */
const DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";

/** The name of what has the focus: its label, or its words. */
const FOCUSED = `(() => {
  const one = document.activeElement;
  const label = one.labels?.[0]?.textContent ?? one.getAttribute("aria-label") ?? one.textContent ?? "";
  return label.replace(/\\s+/g, " ").trim();
})()`;

/** Presses what is under a finger in its middle, and says whether it could. Runs in the page. */
function pressed(one: Element): boolean {
  one.scrollIntoView({ block: "center" });
  const { left, top, width, height } = one.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  const isCovered = hit === null || !(one.contains(hit) || hit.contains(one) || hit.closest("label")?.control === one);
  if (isCovered || (one as HTMLButtonElement).disabled) return false;
  (one as HTMLElement).focus();
  (one as HTMLElement).click();
  return true;
}
