import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Agent, request } from "node:http";
import type { Figure } from "./Figure.ts";

const GOAL = 1_500; // reads per second on one core
const GOAL_TEXT = `>= ${GOAL} / s`;
const READERS = 16; // requests under way at once
const WARM_UP = 1_000; // requests
const COUNT = 6_000; // requests per figure

/** How often a store on SQLite answers in a second, in a process of its own, asked over HTTP by this one. */
export async function measureStore(): Promise<readonly Figure[]> {
  const child = fork(fileURLToPath(new URL("storeServer.ts", import.meta.url)), {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  try {
    const [{ url, cid, record }] = (await once(child, "message")) as [{ url: string; cid: string; record: string }];
    const document = await rateOf(`${url}/documents/${cid}`);
    const read = await rateOf(`${url}/records/${record}`);
    const found = await rateOf(`${url}/documents?text=penguins%20dataset%20number%207`);
    return [
      { name: "store: read a document", value: perSecond(document), goal: GOAL_TEXT, met: document >= GOAL },
      { name: "store: read a record", value: perSecond(read), goal: GOAL_TEXT, met: read >= GOAL },
      { name: "store: search 1,000 documents", value: perSecond(found) },
    ];
  } finally {
    child.kill("SIGKILL");
  }
}

const perSecond = (rate: number): string => `${Math.floor(rate)} / s`;

async function rateOf(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: READERS });
  await readAll(url, agent, WARM_UP);
  const start = performance.now();
  await readAll(url, agent, COUNT);
  const seconds = (performance.now() - start) / 1_000;
  agent.destroy();
  return COUNT / seconds;
}

async function readAll(url: string, agent: Agent, count: number): Promise<void> {
  let left = count;
  const reader = async () => {
    while (left-- > 0) await read(url, agent);
  };
  await Promise.all(Array.from({ length: READERS }, reader));
}

const read = (url: string, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    request(url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.resume().on("end", resolve).on("error", reject);
    })
      .on("error", reject)
      .end();
  });
