import { readFileSync } from "node:fs";
import { expect } from "chai";
import { id, parseEther } from "ethers";
import hre from "hardhat";
import { compute, connect, dataset as datasets, pool as pools } from "#sdk";
import { connectCoordinator } from "#sdk/rounds/index.ts";
import { freePort } from "../../../scripts/chain/freePort.ts";
import { testAccounts } from "../../../scripts/chain/testAccounts.ts";
import { readTask } from "../../../scripts/compute/TaskFile.ts";
import start from "../../../scripts/coordinator/start.ts";
import { createSimulatedDevice } from "../../../bench/offchain/simulation/createSimulatedDevice.ts";
import { type Cli, startCli } from "../../utils/cli.ts";
import { dayOf } from "../../utils/dayOf.ts";

const HALF_AN_HOUR = 30 * 60;
const PROVIDERS = [1, 2, 3];
const ROWS = 120;
const NO_PRIVACY = { epsilonPerJob: "0", epsilonPerPeriod: "0" };

/** Tables that have no row in common. */
const tableOf = (provider: number): string =>
  [
    "day,high",
    ...Array.from({ length: ROWS }, (_, i) => `${dayOf(1_000 * provider + i)},${provider * 7_919 + i * 13}`),
  ].join("\n");

describe("the commands around a coordinator", function () {
  this.timeout(60_000);

  let cli: Cli;
  let url: string;
  let stopped: Promise<unknown> | undefined;
  const dataset = "WTHR";

  before(async () => {
    cli = await startCli();
    const { addresses } = await cli.json("deploy");
    await cli.fund(addresses.Alita, [2, 5], parseEther("50000"));
    await cli.json("attester register", { amount: "1000", from: "2" });
    for (const provider of PROVIDERS) cli.write(`${provider}.csv`, tableOf(provider));
    const described = { file: cli.file("1.csv"), description: "Days", out: cli.file("weather.json") };
    await cli.json("dataset describe", { ...described, name: "Weather" });
    const pool = { rewardInBase: true, noStaking: true, allocation: "5000" };
    const launch = { name: "Weather", symbol: dataset, metadata: cli.file("weather.json"), lock: "3d", ...pool };
    await cli.json("dataset launch", { ...launch, attesters: "2", minCohort: "3", ...NO_PRIVACY });
    for (const provider of PROVIDERS) {
      await cli.json("pool contribute", {
        dataset,
        file: cli.file(`${provider}.csv`),
        key: id(`secret of ${provider}`),
        attesters: "2",
        attesterKey: id("the attesters' secret"),
        from: String(provider),
      });
    }
    await cli.wait(HALF_AN_HOUR); // until the market has an average price
    cli.write("mine.js", "export function map(rows) { return [rows.length, 1]; }");
    await cli.json("compute task", {
      dataset,
      program: cli.file("mine.js"),
      outputLength: "2",
      bound: "1000",
      gasPerRow: "8000", // 120 rows are one unit
      out: cli.file("task.json"),
    });
    url = await startCoordinator();
  });

  after(async () => {
    if (stopped !== undefined) process.emit("SIGTERM");
    await stopped;
    await cli.stop();
  });

  async function startCoordinator(): Promise<string> {
    const port = await freePort("127.0.0.1", 30_000 + (process.pid % 20_000));
    const times = { enrol: "1h", share: "10m", work: "1h", unmask: "10m", consent: "1h", confirmations: "0" };
    const place = { host: "127.0.0.1", port: String(port), publicUrls: undefined, proxies: "0" };
    const common = { hre, from: "4", json: true, dryRun: false, deployment: cli.deployment };
    const rest = { key: undefined, database: "sqlite::memory:", payProviders: false, logLevel: "silent" };
    stopped = start({ ...times, ...place, ...rest }, common);
    const address = `http://127.0.0.1:${port}`;
    for (let attempt = 0; attempt < 500; attempt++) {
      const ready = await fetch(`${address}/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (ready) return address;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error("The coordinator did not start");
  }

  const openJob = async () => {
    const terms = { dataset, units: "3", task: cli.file("task.json"), coordinator: "4", epsilon: "0", pay: "base" };
    return (await cli.json("compute open", { ...terms, from: "5" })).result.jobId as string;
  };

  it("hand a job in, follow it, check its result and consent to it", async () => {
    const jobId = await openJob();
    const asking = { job: jobId, coordinatorUrl: url, from: "5" };
    const handed = await cli.json("compute submit", { ...asking, task: cli.file("task.json") });
    expect(handed.stage).to.equal("enrolling");
    const listed = await cli.json("coordinator status", { url, dataset });
    expect(listed.account).to.equal(testAccounts(5)[4]!.address);
    expect(listed.jobs.map((one: { jobId: string; stage: string }) => [one.jobId, one.stage])).to.deep.equal([
      [jobId, "enrolling"],
    ]);
    expect(await cli.fault("compute result", asking)).to.match(/There is no result yet/);

    await workOn(jobId);

    expect(await cli.fault("compute result", { ...asking, from: "1" })).to.match(/The job is .*'s/);
    const out = cli.file("result.json");
    const dry = await cli.json("compute result", { ...asking, consent: true, dryRun: true });
    expect(dry.consented).to.equal(false);
    const result = await cli.json("compute result", { ...asking, consent: true, out });
    expect(result.consented).to.equal(true);
    expect(result.result.sum).to.deep.equal(["360", "3"]);
    expect(JSON.parse(readFileSync(out, "utf8"))).to.deep.equal(result.result);

    await until(jobId, "settled");
    const settled = await cli.json("compute result", asking);
    expect(settled.bill).to.deep.equal({ units: "3", rows: "360", providers: 3, faults: [] });
    const { out: text } = await cli.print("compute result", asking);
    expect(text).to.match(/a signed receipt of each of 3 providers covers every unit/);
  });

  it("refuse another task than the job's, a coordinator that is none, and one that is not there", async () => {
    const jobId = await openJob();
    const asking = { job: jobId, coordinatorUrl: url, from: "5" };
    await cli.json("compute task", {
      dataset,
      program: cli.file("mine.js"),
      outputLength: "2",
      bound: "1001",
      gasPerRow: "8000",
      out: cli.file("other.json"),
    });
    expect(await cli.fault("compute submit", { ...asking, task: cli.file("other.json") })).to.match(
      /The task is not the job's/,
    );
    const nowhere = { ...asking, coordinatorUrl: "http://127.0.0.1:1" };
    expect(await cli.fault("compute submit", { ...nowhere, task: cli.file("task.json") })).to.match(/did not answer/);
    expect(await cli.fault("coordinator status", { url: cli.url })).to.match(/is no coordinator/);
    expect(await cli.fault("coordinator start", { key: "0x12" })).to.match(/--key is not 32 bytes of hex/);
    const dry = await cli.json("coordinator start", { dryRun: true, from: "4" });
    expect(dry.account).to.equal(testAccounts(5)[4]!.address);
  });

  const until = async (jobId: string, stage: string, isReady: (endsAt?: number) => boolean = () => true) => {
    const coordinator = connectCoordinator(url);
    for (let look = 0; look < 2_000; look++) {
      const view = await coordinator.job(jobId);
      if (view.stage === stage && isReady(view.stageEndsAt)) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`The job never came to ${stage}`);
  };

  async function workOn(jobId: string): Promise<void> {
    const client = connect(JSON.parse(readFileSync(cli.deployment, "utf8")), cli.provider);
    const api = connectCoordinator(url);
    const [found] = await compute.jobs(client);
    const { task } = readTask(cli.file("task.json"), "task");
    const { pool } = (await datasets.list(client))[0]!;
    const accepted = await pools.contributions(client, { pool });
    const posted = async (stage: bigint) =>
      (await compute.boardEntry(client, { author: found!.job.coordinator, topic: jobId, stage }))!;
    const devices = PROVIDERS.map((provider) => {
      const signer = testAccounts(5)[provider]!;
      const { contribution } = accepted.find((one) => one.contribution.provider === signer.address)!;
      const own = { contribution: contribution.contentTag, contentRoot: contribution.contentRoot, rows: ROWS };
      return createSimulatedDevice(
        { ...own, api, signer, client, jobId, job: found!.job, task, values: [BigInt(ROWS), 1n] },
        async () => {
          const { root, blockHash } = await posted(1n);
          return { rosterRoot: root, blockHash };
        },
        async () => (await posted(2n)).root,
      );
    });
    const isTimed = (endsAt?: number) => endsAt !== undefined;
    await Promise.all(devices.map((device) => device.enrol()));
    await until(jobId, "sharing", isTimed);
    await Promise.all(devices.map((device) => device.share()));
    await until(jobId, "masking");
    await Promise.all(devices.map((device) => device.deliver()));
    await until(jobId, "unmasking", isTimed);
    await Promise.all(devices.map((device) => device.reveal()));
    await until(jobId, "unmasking", (endsAt) => endsAt === undefined);
  }
});
