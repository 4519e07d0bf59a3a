import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "puppeteer-core";

export const PATIENCE = 20_000; // milliseconds that somebody waits for the page
const LOOK = 50; // milliseconds between two looks

export type Eyes = ReturnType<typeof createEyes>;

/** What somebody sees of a page, who waits for it `patience` milliseconds. */
export function createEyes(page: Page, patience = PATIENCE) {
  const text = (): Promise<string> => page.evaluate("document.body.innerText") as Promise<string>;

  /** Looks again and again until there is something; `what` says what is wrong if there never is. */
  async function until<T>(what: string, look: () => Promise<T | false | undefined>): Promise<T> {
    for (const end = Date.now() + patience; ; await sleep(LOOK)) {
      const found = await look().catch(() => undefined); // the document may be on its way
      if (found !== undefined && found !== false) return found;
      if (Date.now() > end) throw new Error(`${what}; the page says:\n${await text().catch(String)}`);
    }
  }

  return {
    text,
    until,
    sees: (words: string | RegExp): Promise<string> =>
      until(`Nowhere stands ${String(words)}`, async () => {
        const all = await text();
        return (typeof words === "string" ? all.includes(words) : words.test(all)) && all;
      }),
    seesNoMore: (words: string): Promise<true> =>
      until(`There still stands ${words}`, async () => !(await text()).includes(words)),
  };
}
