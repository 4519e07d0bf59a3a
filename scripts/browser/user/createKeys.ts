import type { KeyInput } from "puppeteer-core";
import type { Hand } from "./Hand.ts";

const MOST_TABS = 200; // presses of the Tab key until something counts as out of reach

/** Uses the keyboard. */
export function createKeys({ page, eyes: { text }, counts }: Hand) {
  return {
    /** Goes on by the Tab key until that has the focus whose name is, or begins with, these words. */
    tabsTo: async (name: string): Promise<void> => {
      for (let tabs = 0; tabs < MOST_TABS; tabs++) {
        await page.keyboard.press("Tab");
        counts.keys += 1;
        const found = (await page.evaluate(FOCUSED)) as string;
        if (found === name || found.startsWith(`${name} `)) return;
      }
      throw new Error(`${name} cannot be reached by the keyboard; the page says:\n${await text()}`);
    },
    presses: async (key: KeyInput): Promise<void> => {
      counts.keys += 1;
      await page.keyboard.press(key);
    },
    writes: (value: string): Promise<void> => page.keyboard.type(value),
  };
}

/** The name of what has the focus: its label, or its words. */
const FOCUSED = `(() => {
  const one = document.activeElement;
  const label = one.labels?.[0]?.textContent ?? one.getAttribute("aria-label") ?? one.textContent ?? "";
  return label.replace(/\\s+/g, " ").trim();
})()`;
