import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { JsonRpcProvider } from "ethers";
import { freePort } from "../../scripts/chain/freePort.ts";

const HOST = "127.0.0.1";
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const READY = /ready: (http:\/\/127\.0\.0\.1:(\d+)), the page: (http:\/\/127\.0\.0\.1:\d+)/;

describe("npm start", () => {
  let folder: string;
  let started: ChildProcess | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "datawell start "));
  });

  afterEach(() => {
    started?.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  });

  /** The script as npm runs it, but with a file and ports of its own. */
  function run(port: number, file: string): ChildProcess {
    const options = ["--port", String(port), "--app-port", String(port + 100), "--deployment", file];
    started = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts", ...options], { stdio: "pipe" });
    return started;
  }

  /** What it printed until it was ready. */
  async function ready(child: ChildProcess): Promise<string> {
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (output += String(text)));
    while (!READY.test(output)) {
      if (child.exitCode !== null) expect.fail(`it ended: ${output}`);
      await pause(50);
    }
    return output;
  }

  const isTaken = async (port: number) => (await freePort(HOST, port)) !== port;

  it("serves the story's chain at the present time and leaves nothing behind", async function whole() {
    this.timeout(300_000);
    const taken = await freePort(HOST, 18_545);
    const blocker = createServer().listen(taken, HOST);
    await once(blocker, "listening");
    const file = join(folder, "31337.json");
    const child = run(taken, file);
    const output = await ready(child);
    const [, rpcUrl = "", port = "", page = ""] = READY.exec(output) ?? [];
    blocker.close();
    expect(Number(port)).to.be.greaterThan(taken);

    const { contracts, ...rest } = JSON.parse(readFileSync(file, "utf8"));
    expect(rest).to.deep.equal({ chainId: 31_337, rpcUrl });
    const provider = new JsonRpcProvider(rpcUrl, undefined, { staticNetwork: true });
    expect((await provider.getNetwork()).chainId).to.equal(31_337n);
    expect(await provider.getCode(contracts.DatasetFactory.address)).not.to.equal("0x");
    const block = await provider.getBlock("latest");
    expect(Math.abs((block?.timestamp ?? 0) - Date.now() / 1_000)).to.be.lessThan(60);
    provider.destroy();
    await expectServed(page, rpcUrl);
    expect(output)
      .to.match(/Chain id +31337/)
      .and.to.match(/Currency symbol +ETH/)
      .and.to.contain(", 0 failed");

    child.kill("SIGINT");
    const [code] = await once(child, "exit");
    expect(code).to.equal(0);
    expect(existsSync(file)).to.equal(false);
    expect(await isTaken(Number(port))).to.equal(false);
  });

  it("ends when the npm that started it is killed", async () => {
    const file = join(folder, "31337.json");
    const env = { ...process.env, npm_lifecycle_event: "start" };
    const port = await freePort(HOST, 28_545);
    const script = `"${process.execPath}" --import tsx scripts/start.ts --port ${port} --deployment "${file}"; true`;
    // stands for npm: it runs the script in a shell
    const npm = spawn("sh", ["-c", `sh -c '${script}'; true`], { stdio: "pipe", env });
    started = npm;
    await once(npm.stdout, "data"); // the first line of the story: the chain is there
    while (!(await isTaken(port))) await pause(50);
    npm.kill("SIGKILL");
    for (let tries = 0; tries < 200 && (await isTaken(port)); tries++) await pause(50);
    expect(await isTaken(port)).to.equal(false);
    expect(existsSync(file)).to.equal(false);
  });

  for (const signal of ["SIGTERM", "SIGHUP"] as const) {
    it(`ends on ${signal} before it is ready`, async () => {
      const file = join(folder, "31337.json");
      const child = run(28_545, file);
      await once(child.stdout!, "data");
      child.kill(signal);
      await once(child, "exit");
      expect(existsSync(file)).to.equal(false);
    });
  }
});

/** The page and every service that it names answer. */
async function expectServed(page: string, rpcUrl: string): Promise<void> {
  const html = await (await fetch(page)).text();
  expect(html).to.contain("<title>Datawell</title>");
  const { rpcUrl: known, services } = await (await fetch(`${page}/deployment.json`)).json();
  expect(known).to.equal(rpcUrl);
  const { store, indexer, coordinator, attesters } = services;
  for (const url of [store, indexer, coordinator, ...attesters]) {
    const { status } = await fetch(`${url}/health`);
    expect(status, url).to.equal(200);
  }
}
