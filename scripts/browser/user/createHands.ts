import type { KeyInput, Page } from "puppeteer-core";
import { type Eyes, PATIENCE } from "./createEyes.ts";

const MOST_TABS = 200; // presses of the Tab key until something counts as out of reach

export interface PressOptions {
  readonly role?: string; // by default a button
  readonly within?: string; // a CSS selector
}

/** What somebody does to a page. Things are found by their accessible names and roles, as those who listen find them. */
export function createHands(page: Page, { until, text }: Eyes) {
  const counts = { clicks: 0, fields: 0, keys: 0 };

  const selector = (role: string, name: string, within = "") => `${within} ::-p-aria([name="${name}"][role="${role}"])`;

  const focused = async (): Promise<string> => (await page.evaluate(FOCUSED)) as string;

  return {
    counts,
    /** Presses it in the moment in which it is there, enabled and not covered: a page may move under a slower finger. */
    clicks: async (name: string, { role = "button", within }: PressOptions = {}): Promise<void> => {
      counts.clicks += 1;
      await until(`No ${role} ${name} could be pressed`, async () => {
        const found = await page.$(selector(role, name, within));
        return found?.evaluate(press);
      });
    },
    types: async (label: string, value: string, role = "textbox"): Promise<void> => {
      counts.fields += 1;
      await page
        .locator(selector(role, label))
        .setTimeout(PATIENCE)
        .fill(value)
        .catch(async (cause: unknown) => {
          throw new Error(`Nothing could be typed into ${label}; the page says:\n${await text()}`, { cause });
        });
    },
    /** What stands in a field. */
    reads: (label: string): Promise<string> =>
      page
        .locator(selector("textbox", label))
        .setTimeout(PATIENCE)
        .map((field) => (field as HTMLInputElement).value)
        .wait(),
    /** Whether the button of that name, for which it waits, can be pressed. */
    can: async (name: string): Promise<boolean> => {
      const button = await until(`There is no button ${name}`, async () => {
        const found = await page.$(selector("button", name, "main"));
        return found?.evaluate((one) => ({ isDisabled: (one as HTMLButtonElement).disabled }));
      });
      return !button.isDisabled;
    },
    /** Goes from thing to thing by the Tab key until the one of that name has the focus. */
    tabsTo: async (name: string): Promise<void> => {
      for (let tabs = 0; tabs < MOST_TABS; tabs++) {
        await page.keyboard.press("Tab");
        counts.keys += 1;
        if ((await focused()) === name) return;
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

/** Presses what is under a finger in its middle, and says whether it could. Runs in the page. */
function press(one: Element): boolean {
  one.scrollIntoView({ block: "center" });
  const { left, top, width, height } = one.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  const isCovered = hit === null || !(one.contains(hit) || hit.contains(one) || hit.closest("label")?.control === one);
  if (isCovered || (one as HTMLButtonElement).disabled) return false;
  (one as HTMLElement).focus();
  (one as HTMLElement).click();
  return true;
}
