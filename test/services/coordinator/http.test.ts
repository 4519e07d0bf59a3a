import { expect } from "chai";
import { type JsonRpcSigner, ZeroHash } from "ethers";
import { compute } from "#sdk";
import { connectConsumer, coordinatorInfo, verifyBill, verifyOffer } from "#sdk/coordinator/index.ts";
import type { CoordinatorApi } from "#sdk/rounds/index.ts";
import { refusalOf } from "./helpers/refusalOf.ts";
import {
  all,
  createStage,
  devicesOf,
  openJob,
  type Stage,
  startCoordinator,
  submit,
  sumOf,
  TASK,
} from "./helpers/stage.ts";
import { startService } from "./helpers/startService.ts";

const SIZE = 4;

describe("a coordinator behind HTTP", () => {
  let stage: Stage;
  let service: Awaited<ReturnType<typeof startService>>;
  let url: string;
  let api: CoordinatorApi;

  before(async function () {
    this.timeout(60_000);
    stage = await createStage(SIZE);
    service = await startService(stage, { intervalMs: 10 });
    ({ url, api } = service);
  });

  after(() => service.stop());

  const consumerAs = (client: Stage["world"]["consumer"]) =>
    connectConsumer(url, { signer: client.runner as JsonRpcSigner, chainId: client.chainId });

  const problemOf = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${url}${path}`, init);
    const { code, issues } = (await response.json()) as { code: string; issues?: { pointer: string }[] };
    return [response.status, code, ...(issues ?? []).map(({ pointer }) => pointer)];
  };
  const post = (path: string, body: string, type = "application/json") =>
    problemOf(path, { method: "POST", body, headers: { "content-type": type } });

  const until = async (jobId: string, reached: (view: Awaited<ReturnType<CoordinatorApi["job"]>>) => boolean) => {
    for (let look = 0; look < 3_000; look++) if (reached(await api.job(jobId))) return;
    throw new Error("The round never came so far");
  };

  it("runs a round from the consumer's job to the checked bill, for devices and a consumer far away", async () => {
    const opened = await openJob(stage);
    const { jobId, job } = opened;
    const consumer = consumerAs(stage.world.consumer);
    await submit(consumer, opened);
    expect((await api.jobs(stage.pool)).jobs).to.deep.include({ jobId, stage: "enrolling" });
    expect(Buffer.from(await api.program(jobId)).toString()).to.match(/^export function map/);

    const { chain } = await startCoordinator(stage); // only to look at the board
    const devices = devicesOf(stage, { api, chain, opened });
    await all(devices, "enrol");
    stage.clock.ahead += 700;
    await until(jobId, (view) => view.stage === "sharing" && view.stageEndsAt !== undefined);
    await all(devices, "share");
    await until(jobId, (view) => view.stage === "masking");
    expect(await refusalOf(consumer.offer(jobId))).to.equal("404 NotThere");
    await all(devices, "deliver");
    await until(jobId, (view) => view.stage === "unmasking" && view.stageEndsAt !== undefined);
    await all(devices, "reveal");
    await until(jobId, (view) => view.stageEndsAt === undefined);

    expect(await refusalOf(consumerAs(stage.world.stranger).offer(jobId))).to.equal("403 NotYours");
    const offer = await consumer.offer(jobId);
    expect(offer.result.sum).to.deep.equal(sumOf([...devices.keys()]));
    const settlement = verifyOffer({ jobId, job, task: TASK, offer });
    await consumer.consent(jobId, await compute.signConsent(stage.world.consumer, { job, settlement }));
    await until(jobId, (view) => view.stage === "settled");

    const payouts = await consumer.payouts(jobId);
    expect((await verifyBill(stage.world.stranger, { job, task: TASK, payouts })).faults).to.deep.equal([]);
    const { payout, siblings } = await api.payout(jobId, stage.providers[0]!.contribution);
    const proof = siblings.map(({ hash, sum }) => ({ hash, sum: BigInt(sum) }));
    const leaf = { ...payout, units: BigInt(payout.units) };
    const paid = await compute.claim(stage.world.alice, { job, payout: leaf, proof });
    expect(paid.result.provider).to.equal(stage.providers[0]!.address);
    expect((await consumer.blamed(jobId)).blamed).to.deep.equal([]);
  }).timeout(30_000);

  it("notices each fault in a bill", async () => {
    const { jobs } = await api.jobs(stage.pool);
    const { jobId } = jobs.find((one) => one.stage === "settled")!;
    const payouts = await api.payouts(jobId);
    const { job } = (await compute.jobs(stage.world.stranger)).find((one) => one.jobId === jobId)!;
    const faultsOf = async (change: (bill: typeof payouts) => void, task = TASK) => {
      const bill = structuredClone(payouts);
      change(bill);
      return (await verifyBill(stage.world.stranger, { job, task, payouts: bill })).faults.map(({ fault }) => fault);
    };
    const first = (bill: typeof payouts) => bill.payouts[0]!;
    expect(await faultsOf((bill) => (first(bill).payout.units = "2"))).to.include(
      `${first(payouts).receipt.receipt.rows} rows cost 1 units`,
    );
    expect(await faultsOf((bill) => bill.payouts.pop())).to.include("the root is not the one settled on chain");
    expect(await faultsOf((bill) => (first(bill).receipt.receipt.rows = 9))).to.include(
      "the provider did not sign the receipt",
    );
    expect(await faultsOf((bill) => (bill.payouts = bill.payouts.toReversed()))).to.include(
      "the leaves are not in order",
    );
    expect(await faultsOf((bill) => (bill.payouts[1]!.payout.provider = first(bill).payout.provider))).to.include(
      "a provider is in it twice",
    );
    expect(await faultsOf(() => undefined, { ...TASK, batchRows: 1 })).to.include("the task is not the job's");
  }).timeout(30_000);

  it("names what is wrong with a request, and changes nothing", async () => {
    expect(await problemOf("/jobs?pool=0x12")).to.deep.equal([400, "InvalidRequest", "/pool"]);
    expect(await problemOf("/jobs/0x12")).to.deep.equal([400, "InvalidRequest", "/jobId"]);
    expect(await problemOf("/jobs/0x12/program")).to.deep.equal([400, "InvalidRequest"]);
    expect(await problemOf(`/jobs/${ZeroHash}`)).to.deep.equal([404, "NotThere"]);
    expect(await problemOf(`/jobs/${ZeroHash}/shares/-1`)).to.deep.equal([400, "InvalidRequest", "/index"]);
    expect(await problemOf(`/jobs/${ZeroHash}/result`)).to.deep.equal([401, "NotSigned"]);
    expect(await post("/jobs", "{")).to.deep.equal([400, "NotJson"]);
    expect(await post("/jobs", "{}")).to.deep.equal([400, "InvalidRequest", "/jobId", "/task", "/program"]);
    expect(await post("/jobs", '{"__proto__":{}}')).to.deep.equal([400, "UnsafeName"]);
    expect(await post(`/jobs/${ZeroHash}/enrolments`, `[${"[".repeat(100)}${"]".repeat(101)}`)).to.deep.equal([
      400,
      "TooDeep",
    ]);
  });

  it("refuses what is too large before it reads it all, a device's message sooner than a program", async () => {
    const mebibyte = 1024 * 1024;
    const padded = (bytes: number) => `"${"a".repeat(bytes - 2)}"`;
    expect(await post(`/jobs/${ZeroHash}/inputs`, padded(mebibyte + 1))).to.deep.equal([413, "TooLarge"]);
    expect((await post(`/jobs/${ZeroHash}/inputs`, padded(mebibyte)))[1]).to.equal("InvalidRequest");
    expect(await post("/jobs", padded(2 * mebibyte + 1))).to.deep.equal([413, "TooLarge"]);
    expect((await post("/jobs", padded(2 * mebibyte)))[1]).to.equal("InvalidRequest");
  });

  it("refuses a message in the path of another job", async () => {
    const opened = await openJob(stage);
    await submit(consumerAs(stage.world.consumer), opened);
    const { chain } = await startCoordinator(stage);
    const [device] = devicesOf(stage, { api, chain, opened });
    const body = JSON.stringify(await device!.enrolment());
    expect(await post(`/jobs/${ZeroHash}/enrolments`, body)).to.deep.equal([400, "WrongJob"]);
  });

  it("tells the account that jobs have to name, and the chain", async () => {
    const { chainId, account } = await coordinatorInfo(url);
    expect(account).to.equal(await stage.coordinator.getAddress());
    expect(chainId).to.equal(stage.world.stranger.chainId.toString());
  });

  it("lets one client ask for places and whole bills only so often, and goes on answering the rest", async () => {
    const limits = { placesPerMinute: 2, billsPerMinute: 1 };
    const { url: strict, stop } = await startService(stage, { limits });
    const job = `${strict}/jobs/${ZeroHash}`;
    const statuses = async (...paths: string[]) => {
      const found: number[] = [];
      for (const path of paths) found.push((await fetch(`${job}/${path}`)).status);
      return found;
    };
    const place = `neighbourhood/${ZeroHash}`;
    expect(await statuses(place, "survivors/0", "survivors/0", place)).to.deep.equal([404, 404, 429, 429]);
    expect(await statuses("payouts", "payouts")).to.deep.equal([404, 429]);
    expect(await statuses(`payouts/${ZeroHash}`, "shares/0", "blamed")).to.deep.equal([404, 404, 404]);
    await stop();
  });

  it("is ready, tells its figures, and describes itself", async () => {
    expect((await fetch(`${url}/ready`)).status).to.equal(200);
    expect(await (await fetch(`${url}/metrics`)).text()).to.match(/http_requests_total/);
    const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(paths)).to.include.members(["/jobs", "/jobs/{jobId}/inputs", "/jobs/{jobId}/payouts"]);
  });
});
