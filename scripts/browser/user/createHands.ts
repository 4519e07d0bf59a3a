import type { Page } from "puppeteer-core";
import type { Eyes } from "./createEyes.ts";
import { createFinger } from "./createFinger.ts";
import { createKeys } from "./createKeys.ts";
import { createPen } from "./createPen.ts";

/** What somebody does to a page. */
export function createHands(page: Page, eyes: Eyes) {
  const counts = { clicks: 0, fields: 0, keys: 0 };
  const hand = { page, eyes, counts };
  return { counts, ...createFinger(hand), ...createPen(hand), ...createKeys(hand) };
}
