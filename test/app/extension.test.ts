import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { launchBrowser } from "../../scripts/browser/launchBrowser.ts";
import { createEyes } from "../../scripts/browser/user/createEyes.ts";
import { createHands } from "../../scripts/browser/user/createHands.ts";
import { useHouse } from "./harness/useHouse.ts";

/** Folder of a real wallet, unpacked: somebody sits before the browser and confirms. */
const WALLET = process.env.WALLET_EXTENSION;
const LEISURE = 10 * 60_000; // milliseconds that a person may take

const MANIFEST = {
  manifest_version: 3,
  name: "A wallet",
  version: "1",
  content_scripts: [{ matches: ["<all_urls>"], js: ["announce.js"], run_at: "document_start", world: "MAIN" }],
};

const ANNOUNCE = `addEventListener("eip6963:requestProvider", () => {
  const info = { uuid: "7c5fd9a5-8a3e-4d5f-9d7a-0a1d1ad1f9a1", rdns: "example.wallet", name: "Unpacked", icon: "" };
  const provider = { request: async () => { throw Object.assign(new Error("no"), { code: 4001 }); } };
  dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: Object.freeze({ info, provider }) }));
});`;

describe("A wallet that is an extension of the browser", function () {
  const { house } = useHouse(this);
  let browser: Browser | undefined;
  afterEach(() => browser?.close());

  async function open(extension: string, isShown: boolean): Promise<Page> {
    browser = await launchBrowser({ extension, isShown });
    const page = await browser.newPage();
    await page.evaluateOnNewDocument("globalThis.__name = (f) => f");
    return page;
  }

  it("is found by the page", async () => {
    const folder = mkdtempSync(join(tmpdir(), "datawell-extension-"));
    writeFileSync(join(folder, "manifest.json"), JSON.stringify(MANIFEST));
    writeFileSync(join(folder, "announce.js"), ANNOUNCE);
    try {
      const page = await open(folder, false);
      const eyes = createEyes(page);
      const { clicks } = createHands(page, eyes);
      await page.goto(`${house().url}/#/`);
      await clicks("Connect wallet");
      await clicks("Unpacked");
      await eyes.sees("You declined in the wallet.");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("buys, if it is a real one in the hands of a person (WALLET_EXTENSION names its folder)", async function () {
    if (WALLET === undefined) return this.skip();
    this.timeout(3 * LEISURE);
    const { privateKey } = house().somebody();
    console.log(`      Import the test account ${privateKey}, connect it in the page, and confirm what it asks.`);
    const page = await open(WALLET, true);
    await page.goto(`${house().url}/#/dataset/${house().weather.token}/trade?pay=10`);
    const { sees, seesNoMore } = createEyes(page, LEISURE);
    await seesNoMore("Connect wallet");
    await sees("Paid 10 ALITA");
  });
});
