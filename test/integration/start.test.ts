import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type JsonRpcApiProvider, JsonRpcProvider } from "ethers";
import { freePort } from "../../scripts/chain/freePort.ts";

const HOST = "127.0.0.1";
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const READY = /ready: (http:\/\/127\.0\.0\.1:(\d+)), the page: (http:\/\/127\.0\.0\.1:\d+)/;

/** Requirements that the story shows; A12 and the page have tests of their own. */
const SHOWN = [
  ..."A1 A3 A5 A6 A7 A8 A9 A10 A11 A13 A14 A15 A16 A17 A18 A19 A20 A21 A22 A23 A24 A26 A27 A28 A29 A30 A31 A33".split(
    " ",
  ),
  ..."B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 B12 B13 B14 B15 B16 B17 B18 B19 B20 B21".split(" "),
];

const isTaken = async (port: number) => (await freePort(HOST, port)) !== port;

/** The script as npm runs it, but with a file and ports of its own. */
function start(port: number, file: string): ChildProcess {
  const options = ["--port", String(port), "--app-port", String(port + 100), "--deployment", file];
  return spawn(process.execPath, ["--import", "tsx", "scripts/start.ts", ...options], { stdio: "pipe" });
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

describe("npm start", () => {
  let folder: string;
  const started: ChildProcess[] = [];

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "datawell start "));
  });

  after(() => {
    for (const child of started) child.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  });

  function run(port: number, file: string): ChildProcess {
    const child = start(port, file);
    started.push(child);
    return child;
  }

  describe("beside a program that has its port", () => {
    let taken: number;
    let file: string;
    let child: ChildProcess;
    let output: string;
    let provider: JsonRpcProvider;
    let rpcUrl: string;
    let port: string;
    let page: string;

    before(async function whole() {
      this.timeout(300_000);
      taken = await freePort(HOST, 18_545);
      const blocker = createServer().listen(taken, HOST);
      await once(blocker, "listening");
      file = join(folder, "whole.json");
      child = run(taken, file);
      output = await ready(child);
      [, rpcUrl = "", port = "", page = ""] = READY.exec(output) ?? [];
      provider = new JsonRpcProvider(rpcUrl, undefined, { staticNetwork: true });
      blocker.close();
    });

    after(() => provider.destroy());

    it("takes the next port, and writes where everything is", async () => {
      expect(Number(port)).to.be.greaterThan(taken);
      const { contracts, ...rest } = JSON.parse(readFileSync(file, "utf8"));
      expect(rest).to.deep.equal({ chainId: 31_337, rpcUrl });
      expect((await provider.getNetwork()).chainId).to.equal(31_337n);
      expect(await provider.getCode(contracts.DatasetFactory.address)).not.to.equal("0x");
      expect(output)
        .to.match(/Chain id +31337/)
        .and.to.match(/Currency symbol +ETH/);
    });

    it("serves the chain at the present time", async () => {
      const block = await provider.getBlock("latest");
      expect(Math.abs((block?.timestamp ?? 0) - Date.now() / 1_000)).to.be.lessThan(60);
    });

    it("serves the page and every service that it names", async () => {
      await expectServed(page, rpcUrl);
    });

    it("holds in every check of the story", () => {
      const [, passed, failed] = /(\d+) checks held, (\d+) failed/.exec(output) ?? [];
      expect(Number(failed)).to.equal(0);
      expect(Number(passed)).to.be.greaterThan(150);
    });

    it("shows every requirement that the story promises to", () => {
      const told = new Set([...output.matchAll(/\[([AB]\d+)\]/g)].map(([, id]) => id));
      expect(SHOWN.filter((id) => !told.has(id))).to.deep.equal([]);
    });

    it("fits every transaction, those of the deployment included, into the 2^24 gas of EIP-7825", async () => {
      const dearest = await dearestTransaction(provider);
      expect(dearest > 21_000n && dearest < 2n ** 24n, `${dearest} gas`).to.equal(true);
    });

    it("leaves nothing behind", async () => {
      child.kill("SIGINT");
      const [code] = await once(child, "exit");
      expect(code).to.equal(0);
      expect(existsSync(file)).to.equal(false);
      expect(await isTaken(Number(port))).to.equal(false);
    });
  });

  it("ends when the npm that started it is killed", async () => {
    const file = join(folder, "killed.json");
    const env = { ...process.env, npm_lifecycle_event: "start" };
    const port = await freePort(HOST, 28_545);
    const script = `"${process.execPath}" --import tsx scripts/start.ts --port ${port} --deployment "${file}"; true`;
    // stands for npm: it runs the script in a shell
    const npm = spawn("sh", ["-c", `sh -c '${script}'; true`], { stdio: "pipe", env });
    started.push(npm);
    await once(npm.stdout, "data"); // the first line of the story: the chain is there
    while (!(await isTaken(port))) await pause(50);
    npm.kill("SIGKILL");
    for (let tries = 0; tries < 200 && (await isTaken(port)); tries++) await pause(50);
    expect(await isTaken(port)).to.equal(false);
    expect(existsSync(file)).to.equal(false);
  });

  for (const signal of ["SIGTERM", "SIGHUP"] as const) {
    it(`ends on ${signal} before it is ready`, async () => {
      const file = join(folder, `${signal}.json`);
      const child = run(await freePort(HOST, 28_545), file);
      const ended = once(child, "exit");
      const begun = once(child.stdout!, "data");
      await Promise.race([begun, ended.then(([code]) => expect.fail(`it ended by itself, code ${code}`))]);
      child.kill(signal);
      await ended;
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

/** The most gas that any transaction of the chain used. */
async function dearestTransaction(provider: JsonRpcApiProvider): Promise<bigint> {
  let most = 0n;
  for (let number = await provider.getBlockNumber(); number > 0; number--) {
    const block = await provider.getBlock(number);
    for (const hash of block?.transactions ?? []) {
      const gasUsed = (await provider.getTransactionReceipt(hash))?.gasUsed ?? 0n;
      if (gasUsed > most) most = gasUsed;
    }
  }
  return most;
}
