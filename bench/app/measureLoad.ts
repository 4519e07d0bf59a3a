import { gzipSync } from "node:zlib";
import type { Browser, HTTPRequest, HTTPResponse } from "puppeteer-core";
import type { OpenedStory } from "../../scripts/app/openStory.ts";
import type { Measured } from "./Measured.ts";
import { type Place, placesOf } from "./places.ts";

const GOAL = 130_000; // bytes
const WEIGHTLESS = /deployment\.json$/; // says where the contracts are, and is no part of the page
const RESTS = "main#main[aria-busy=false]:not(:has([aria-busy=true], .skeleton))";
const PATIENCE = 120_000; // milliseconds

/** What a browser that was never there loads until a place of the page has all that it shows, file by file as gzip. */
export async function measureLoad(browser: Browser, story: OpenedStory): Promise<readonly Measured[]> {
  const figures: Measured[] = [];
  for (const place of placesOf(story.played.estate.datasets[0]?.token ?? "")) {
    figures.push(await measure(browser, story, place));
  }
  return figures;
}

async function measure(browser: Browser, { url, chain }: OpenedStory, { name, hash }: Place): Promise<Measured> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const answers: HTTPResponse[] = [];
    let asked = 0; // requests to the node
    page.on("response", (answer) => void answers.push(answer));
    page.on("request", (request) => void (asked += Number(isQuestion(request, chain.rpcUrl))));
    await page.goto(`${url}/${hash}`, { waitUntil: "load", timeout: PATIENCE });
    await page.waitForSelector(RESTS, { timeout: PATIENCE });
    const questions = asked; // before it waits: from now on it only looks for new blocks
    await page.waitForNetworkIdle({ concurrency: 2, idleTime: 300, timeout: PATIENCE }).catch(() => {});
    const own = answers.filter((answer) => answer.url().startsWith(url) && !WEIGHTLESS.test(answer.url()));
    const sizes = await Promise.all(own.map(async (answer) => gzipSync(await answer.buffer(), { level: 9 }).length));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const value = `${(total / 1_000).toFixed(1)} kB in ${own.length} files, ${questions} requests to the node`;
    return { name: `first load: ${name}`, value, goal: `<= ${GOAL / 1_000} kB`, met: total <= GOAL };
  } finally {
    await context.close();
  }
}

const isQuestion = (request: HTTPRequest, rpcUrl: string): boolean =>
  request.method() === "POST" && request.url().startsWith(rpcUrl);
