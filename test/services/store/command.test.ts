import { existsSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { freePort } from "../../../scripts/chain/freePort.ts";
import { type Cli, startCli } from "../../utils/cli.ts";

describe("the commands that run a store", function () {
  this.timeout(60_000);

  let cli: Cli;
  before(async () => {
    cli = await startCli();
    await cli.json("deploy");
  });
  after(() => cli.stop());

  const kept = () => ({ database: `sqlite:${cli.file("store.db")}`, keyFile: cli.file("keys.json") });

  async function answers(url: string): Promise<Record<string, unknown>> {
    for (let attempt = 0; attempt < 500; attempt++) {
      const response = await fetch(url).catch(() => undefined);
      if (response?.ok) return (await response.json()) as Record<string, unknown>;
      await sleep(20);
    }
    throw new Error(`${url} does not answer`);
  }

  it("start one that answers at the port until it is told to stop, and again over the same files", async () => {
    for (const _ of [1, 2]) {
      const port = String(await freePort("127.0.0.1", 21_000 + (process.pid % 20_000)));
      const running = cli.print("store start", { ...kept(), port });
      const url = `http://127.0.0.1:${port}`;
      expect(await answers(`${url}/`)).to.deep.equal({ service: "store", chainId: "31337", origins: [url] });
      expect(await answers(`${url}/ready`)).to.include({ status: "ready" });
      process.emit("SIGTERM");
      const { out, success } = await running;
      expect(success).to.equal(true);
      expect(out).to.contain(`The store answers at ${url}`).and.to.contain("The store has stopped");
      expect(await fetch(url).catch(() => "gone")).to.equal("gone");
    }
  });

  it("give a store a new key", async () => {
    const first = await cli.json("store rotate", kept());
    const second = await cli.json("store rotate", kept());
    expect(second).to.deep.include({ from: [first.to], resealed: 0 });
    const { out } = await cli.print("store rotate", { ...kept(), dryRun: true });
    expect(out).to.contain("nothing was changed");
  });

  it("start nothing where they would only try", async () => {
    const { out } = await cli.print("store start", { keyFile: cli.file("none.json"), dryRun: true });
    expect(out).to.contain("nothing was started");
    expect(existsSync(cli.file("none.json"))).to.equal(false);
  });

  it("say what is wrong, and what to do", async () => {
    const memory = { database: "sqlite::memory:", port: "0" };
    expect(await cli.fault("store rotate", { database: memory.database, keyFile: cli.file("none.json") })).to.contain(
      "no key file",
    );
    writeFileSync(cli.file("bad.json"), "{", { mode: 0o600 });
    expect(await cli.fault("store start", { ...memory, keyFile: cli.file("bad.json") })).to.contain("is damaged");
    expect(await cli.fault("store start", { ...memory, database: "mysql://x" })).to.contain('begins with "sqlite:"');
    expect(await cli.fault("store start", { ...memory, port: "x" })).to.contain("--port");
    expect(await cli.fault("store start", { ...memory, publicUrls: "nowhere" })).to.contain("which is no address");
    expect(await cli.fault("store start", { ...memory, s3: "https://s3.example/bucket" })).to.contain(
      "AWS_ACCESS_KEY_ID",
    );
    const unreachable = "postgres://nobody:hunter2@127.0.0.1:9/none";
    const fault = await cli.fault("store start", { ...memory, database: unreachable });
    expect(fault).to.contain("database").and.not.to.contain("hunter2");
  });
});
