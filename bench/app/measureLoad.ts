import { gzipSync } from "node:zlib";
import type { Browser, HTTPResponse } from "puppeteer-core";
import type { Figure } from "../offchain/Figure.ts";

const GOAL = 130_000; // bytes
const WEIGHTLESS = /deployment\.json$/; // says where the contracts are, and is no part of the page

/** What a browser that was never there loads until the catalogue stands, each file as gzip sends it. */
export async function measureLoad(browser: Browser, url: string): Promise<readonly Figure[]> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const answers: HTTPResponse[] = [];
    page.on("response", (answer) => void answers.push(answer));
    await page.goto(`${url}/#/`, { waitUntil: "networkidle2", timeout: 120_000 });
    await page.waitForSelector("main .cards h2");
    const own = answers.filter((answer) => answer.url().startsWith(url) && !WEIGHTLESS.test(answer.url()));
    const sizes = await Promise.all(own.map(async (answer) => gzipSync(await answer.buffer(), { level: 9 }).length));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const value = `${(total / 1_000).toFixed(1)} kB in ${own.length} files`;
    return [{ name: "first load of the catalogue, gzip", value, goal: `<= ${GOAL / 1_000} kB`, met: total <= GOAL }];
  } finally {
    await context.close();
  }
}
