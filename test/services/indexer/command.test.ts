import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { freePort } from "../../../scripts/chain/freePort.ts";
import { type Cli, startCli } from "../../utils/cli.ts";

interface Status {
  readonly at: { readonly lagBlocks: number };
}

describe("the commands that run an indexer", function () {
  this.timeout(60_000);

  let cli: Cli;
  before(async () => {
    cli = await startCli();
    await cli.json("deploy");
  });
  after(() => cli.stop());

  const kept = () => ({ database: `sqlite:${cli.file("indexer.db")}` });

  /** Waits until the index is where the chain is. */
  async function caughtUp(url: string): Promise<void> {
    for (let attempt = 0; attempt < 1_000; attempt++) {
      const response = await fetch(`${url}/status`).catch(() => undefined);
      if (response?.ok && ((await response.json()) as Status).at.lagBlocks === 0) return;
      await sleep(20);
    }
    throw new Error(`${url} does not catch up`);
  }

  it("start one that answers at the port until it is told to stop, and check what it kept", async () => {
    const port = String(await freePort("127.0.0.1", 22_000 + (process.pid % 20_000)));
    const running = cli.print("indexer start", { ...kept(), port, logLevel: "silent" });
    const url = `http://127.0.0.1:${port}`;
    await caughtUp(url);
    process.emit("SIGTERM");
    const { out, success } = await running;
    expect(success).to.equal(true);
    expect(out).to.contain(`The indexer answers at ${url}`).and.to.contain("The indexer has stopped");
    expect(await fetch(url).catch(() => "gone")).to.equal("gone");
    expect((await cli.json("indexer verify", kept())).differences).to.deep.equal([]);
  });

  it("start nothing where they would only try", async () => {
    const { out } = await cli.print("indexer start", { database: "sqlite:/nowhere/none.db", dryRun: true });
    expect(out).to.contain("nothing was started");
  });

  it("say what is wrong, and what to do", async () => {
    const fault = (changed: object) =>
      cli.fault("indexer start", { database: "sqlite::memory:", port: "0", ...changed });
    expect(await fault({ logLevel: "loud" })).to.contain("--log-level");
    expect(await fault({ proxies: "many" })).to.contain("--proxies");
    expect(await fault({ database: "env" })).to.contain("DATABASE_URL is not set");
    expect(await fault({ database: "mysql://x" })).to.contain('begins with "sqlite:"');
    expect(await cli.fault("indexer verify", { database: "sqlite::memory:" })).to.contain("Nothing is indexed");
  });
});
