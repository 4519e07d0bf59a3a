import type { ElementHandle } from "puppeteer-core";
import { PATIENCE } from "./createEyes.ts";
import { type Hand, selector } from "./Hand.ts";

/** Fills forms in. */
export function createPen({ page, eyes: { until, text }, counts }: Hand) {
  return {
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
    /** Gives files of this machine to the field of that label. */
    gives: async (label: string, ...paths: readonly string[]): Promise<void> => {
      counts.fields += 1;
      const field = await until(`There is no field ${label} for files`, async () => {
        const found = await page.evaluateHandle(fieldOf, label);
        return (found.asElement() ?? undefined) as ElementHandle<HTMLInputElement> | undefined;
      });
      await field.uploadFile(...paths);
    },
    /** What stands in a field. */
    reads: (label: string): Promise<string> =>
      page
        .locator(selector("textbox", label))
        .setTimeout(PATIENCE)
        .map((field) => (field as HTMLInputElement).value)
        .wait(),
  };
}

/** The field of a label: those for files have a name of the browser's own. Runs in the page. */
const fieldOf = (words: string): Element | null =>
  [...document.querySelectorAll("label")].find(({ textContent }) => textContent === words)?.control ?? null;
