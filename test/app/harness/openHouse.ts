import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DeploymentFile } from "#deploy/deployments.ts";
import { appDeployment } from "../../../scripts/app/appDeployment.ts";
import { buildApp } from "../../../scripts/app/buildApp.ts";
import { serveApp } from "../../../scripts/app/serveApp.ts";
import { launchBrowser } from "../../../scripts/browser/launchBrowser.ts";
import { catchUp, wallTime } from "../../../scripts/chain/clock.ts";
import { serve } from "../../../scripts/chain/serve.ts";
import { startServices } from "../../../scripts/local/startServices.ts";
import { bundleInpage } from "../../../scripts/browser/inpage/bundleInpage.ts";
import { deployHere, type Person } from "./market/deployHere.ts";
import { seedMarket, SEEDED_TIME } from "./market/seedMarket.ts";

/** Runs at the same time look for ports in ranges of their own. */
const FIRST_PORT = 30_000 + (process.pid % 2_000) * 4;

/** What the page links transactions to; nothing asks it. */
const EXPLORER = "https://explorer.example";

/** A chain with a small market, its services, the built page and a browser. */
export type House = Awaited<ReturnType<typeof furnish>>;

type Undo = () => unknown;

/** Opens all that tests of the page need; some seconds. */
export async function openHouse(): Promise<House> {
  const undoing: Undo[] = [];
  const close = async (): Promise<void> => {
    for (const undo of undoing.splice(0).toReversed()) await undo();
  };
  try {
    return await furnish(undoing, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function furnish(undoing: Undo[], close: () => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), "datawell-page-"));
  undoing.push(() => rmSync(folder, { recursive: true, force: true }));
  const chain = await serve(new Date(Number(wallTime() - SEEDED_TIME) * 1_000), FIRST_PORT);
  undoing.push(chain.close);
  const browser = await launchBrowser();
  undoing.push(() => browser.close());
  const [inpage] = await Promise.all([bundleInpage(), buildApp(folder)]);

  const deployed = await deployHere(chain);
  const { file, people, strangers, attesters } = deployed;
  const services = await startServices({ file, provider: chain.provider, attesters });
  undoing.push(services.stop);
  const market = await seedMarket(chain, deployed, services.urls.store);
  await catchUp(chain);

  const [, provider, , you] = people as [Person, Person, Person, Person];
  const demo = [
    { name: "You", role: "nobody yet", privateKey: you.privateKey },
    { name: "Pia", role: "provider", privateKey: provider.privateKey },
  ];
  const serving = async (of: DeploymentFile, extras: Parameters<typeof appDeployment>[1]): Promise<string> => {
    const served = await serveApp(appDeployment(of, extras), FIRST_PORT + 1, folder);
    undoing.push(served.close);
    return served.url;
  };
  const openEmpty = async (): Promise<string> => {
    const empty = await serve(new Date(), FIRST_PORT);
    undoing.push(empty.close);
    return serving((await deployHere(empty)).file, {});
  };
  let met = 0;
  const somebody = (): Person => {
    const stranger = strangers[met++];
    if (stranger === undefined) throw new Error("Everybody is known by now: let there be more strangers");
    return stranger;
  };
  return {
    ...market,
    chain,
    browser,
    inpage,
    file,
    store: services.urls.store,
    attesters: attesters.map(({ address }) => address),
    url: await serving(file, { services: services.urls, explorerUrl: EXPLORER, demo }),
    /** The same page where there are no services and no demo accounts. */
    bareUrl: await serving(file, {}),
    /** Serves the page before a chain of its own on which there is no dataset. */
    openEmpty,
    /** Somebody with ether and ALITA who has done nothing yet. */
    somebody,
    close,
  };
}
