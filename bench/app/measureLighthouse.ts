import lighthouse from "lighthouse";
import type { Browser } from "puppeteer-core";
import type { Figure } from "../offchain/Figure.ts";

const GOAL = 95; // of 100
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

export interface Place {
  readonly name: string;
  readonly url: string;
}

/** Lighthouse's marks for a slow phone, in each of its categories. */
export async function measureLighthouse(browser: Browser, places: readonly Place[]): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const port = Number(new URL(browser.wsEndpoint()).port);
  for (const { name, url } of places) {
    const result = await lighthouse(url, { port, output: "json", logLevel: "error", onlyCategories: CATEGORIES });
    for (const [id, { score, auditRefs }] of Object.entries(result?.lhr.categories ?? {})) {
      const mark = Math.round((score ?? 0) * 100);
      const lacking = auditRefs.flatMap(({ id: audit, weight }) => {
        const found = result?.lhr.audits[audit];
        return weight > 0 && found?.score !== null && (found?.score ?? 1) < 0.9 ? [found?.title ?? audit] : [];
      });
      const value = [mark, ...(lacking.length > 0 ? [`(${lacking.join("; ")})`] : [])].join(" ");
      figures.push({ name: `Lighthouse, phone: ${name}, ${id}`, value, goal: `>= ${GOAL}`, met: mark >= GOAL });
    }
  }
  return figures;
}
