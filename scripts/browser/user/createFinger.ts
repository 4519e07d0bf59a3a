import { type Hand, selector } from "./Hand.ts";

export interface PressOptions {
  readonly role?: string; // by default a button
  readonly within?: string; // a CSS selector
}

/** Presses things. */
export function createFinger({ page, eyes: { until }, counts }: Hand) {
  return {
    /** Presses it in the moment in which it is there, enabled and not covered: a page may move under a slower finger. */
    clicks: async (name: string, { role = "button", within }: PressOptions = {}): Promise<void> => {
      counts.clicks += 1;
      await until(`No ${role} ${name} could be pressed`, async () => {
        const found = await page.$(selector(role, name, within));
        return found?.evaluate(press);
      });
    },
    /** Presses what begins with these words, such as a button that names an amount, or a choice. */
    clicksOn: async (beginning: string): Promise<void> => {
      counts.clicks += 1;
      await until(`Nothing that begins with ${beginning} could be pressed`, async () => {
        const all = await page.$$("button:enabled, label, summary");
        for (const one of all) if (await one.evaluate(beginsWith, beginning)) return one.evaluate(press);
        return false;
      });
    },
    /** Whether the button of that name, for which it waits, can be pressed. */
    can: async (name: string): Promise<boolean> => {
      const button = await until(`There is no button ${name}`, async () => {
        const found = await page.$(selector("button", name, "main"));
        return found?.evaluate((one) => ({ isDisabled: (one as HTMLButtonElement).disabled }));
      });
      return !button.isDisabled;
    },
  };
}

const beginsWith = (one: Element, words: string): boolean => (one.textContent ?? "").trim().startsWith(words);

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
