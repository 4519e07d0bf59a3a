import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appDeployment } from "../../../scripts/app/appDeployment.ts";
import { buildApp } from "../../../scripts/app/buildApp.ts";
import { serveApp } from "../../../scripts/app/serveApp.ts";
import { bundleInpage } from "../../../scripts/browser/inpage/bundleInpage.ts";
import { launchBrowser } from "../../../scripts/browser/launchBrowser.ts";
import { meetUser } from "../../../scripts/browser/meetUser.ts";
import type { User } from "../../../scripts/browser/user/createUser.ts";
import { catchUp, wallTime } from "../../../scripts/chain/clock.ts";
import { serve } from "../../../scripts/chain/serve.ts";
import { startServices } from "../../../scripts/local/startServices.ts";
import { deployHere } from "./market/deployHere.ts";
import { launchMany } from "./market/launchMany.ts";

const FIRST_PORT = 40_000 + (process.pid % 2_000) * 4;

const AIR = 600; // seconds that deploying may move the clock, a second a block

/** Somebody in front of a page, with what the page asks of the chain's node beside whether there is a new block. */
export interface Visitor extends User {
  readonly asked: { requests: number; questions: number };
}

interface Question {
  readonly method: string;
  readonly params: readonly unknown[];
}

/** A page looks for new blocks for as long as it is open. */
const isLook = ({ method, params }: Question): boolean => method === "eth_getBlockByNumber" && params[0] === "latest";

/** A chain with so many datasets, launched and nothing more, its services and the page; seconds to a minute. */
export async function openMarket(count: number) {
  const folder = mkdtempSync(join(tmpdir(), "datawell-market-"));
  const chain = await serve(new Date((Number(wallTime()) - count - AIR) * 1_000), FIRST_PORT);
  const deployed = await deployHere(chain);
  const { file, people, attesters } = deployed;
  await launchMany(chain, deployed, count);
  await catchUp(chain);
  const services = await startServices({ file, provider: chain.provider, attesters });
  await buildApp(folder);
  const indexed = await serveApp(appDeployment(file, { services: services.urls }), FIRST_PORT + 1, folder);
  const bare = await serveApp(appDeployment(file, {}), FIRST_PORT + 2, folder);
  const browser = await launchBrowser();
  const inpage = await bundleInpage();
  const visit = async (url: string): Promise<Visitor> => {
    const wallet = { keys: [people[0]!.privateKey], rpcUrl: chain.rpcUrl, chainId: file.chainId };
    const user = await meetUser({ browser, inpage, url, wallet });
    const asked = { requests: 0, questions: 0 };
    user.page.on("request", (request) => {
      if (request.method() !== "POST" || !request.url().startsWith(chain.rpcUrl)) return;
      const body = [JSON.parse(request.postData() ?? "{}") as Question | readonly Question[]].flat();
      if (body.every(isLook)) return;
      asked.requests += 1;
      asked.questions += body.length;
    });
    return { ...user, asked };
  };
  return {
    indexer: services.urls.indexer,
    withIndexer: () => visit(indexed.url),
    withChainAlone: () => visit(bare.url),
    close: async (): Promise<void> => {
      await browser.close();
      indexed.close();
      bare.close();
      await services.stop();
      await chain.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
