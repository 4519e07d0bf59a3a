import type { Page } from "puppeteer-core";
import type { Eyes } from "./createEyes.ts";

/** What a hand of somebody works with. */
export interface Hand {
  readonly page: Page;
  readonly eyes: Eyes;
  /** What was done so far. */
  readonly counts: { clicks: number; fields: number; keys: number };
}

/** Things are found by their accessible names and roles, as those who listen find them. */
export const selector = (role: string, name: string, within = ""): string =>
  `${within} ::-p-aria([name="${name}"][role="${role}"])`;
