import { get } from "node:http";
import { encodeBase64 } from "ethers";
import { expect } from "chai";
import { compute, connect } from "#sdk";
import { connectCoordinator } from "#sdk/rounds/index.ts";
import { createCoordinatorService, TABLES } from "../../../services/coordinator/index.ts";
import { createDeviceService, type DeviceStatus } from "../../../services/device/index.ts";
import { openDatabase } from "../../../services/shared/database/index.ts";
import { createSandbox, type Sandbox } from "../../../services/shared/sandbox/index.ts";
import { testAccounts } from "../../../scripts/chain/testAccounts.ts";
import { sdkWorld } from "../../fixtures/sdk.ts";
import { createCohort, deviceOf, openJob, SILENT, total, turns, type World } from "./helpers/createCohort.ts";

const STEPS = 8; // of coordinator and devices in turn, enough from the roster to an offer
const COORDINATOR = 4; // the account of `world.coordinator`

/** The status of an answer to a browser that knows the device by some name. */
const asHost = (url: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(`${url}/status`, { headers: { host } }, (answer) => resolve(answer.resume().statusCode)).on("error", reject);
  });

describe("Devices and the coordinator's service over HTTP", function () {
  this.timeout(60_000);

  let world: World;
  let sandbox: Sandbox;
  before(async () => {
    world = await sdkWorld();
    sandbox = createSandbox({ workers: 1 });
  });
  const ends: (() => Promise<void>)[] = [];
  after(async () => {
    for (const end of ends) await end();
    await sandbox.stop();
  });

  /** A coordinator on the world's chain, whose clock the test moves. */
  async function startCoordinator() {
    const clock = { now: Number(await world.time.latest()) };
    const signer = testAccounts(COORDINATOR + 1)[COORDINATOR]!.connect(world.provider);
    const database = await openDatabase("sqlite::memory:", TABLES);
    const service = await createCoordinatorService({
      client: connect(world.file, signer),
      signer,
      database,
      rules: { confirmations: 0, finality: 0, settleSeconds: 0 },
      log: SILENT,
      intervalMs: 60_000_000,
      now: () => clock.now,
    });
    const { url } = await service.start();
    ends.push(service.stop, database.close);
    return { url, clock, service };
  }

  it("bring a job from its opening to everybody's pay", async () => {
    const { pool, members } = await createCohort(world, { size: 5, pool: { epsilonPerJob: 0n, epsilonPerPeriod: 0n } });
    const { jobId, job } = await openJob(world, pool, { epsilon: 0n });
    const { url, clock, service } = await startCoordinator();
    const { consumers, tick } = service.coordinator;
    const { task, program } = total();
    await consumers.submit({ jobId, task, program: encodeBase64(program) });
    const policy = { allowExact: true };
    const devices = await Promise.all(
      members.map((member) => {
        const coordinators = { [url]: connectCoordinator(url) };
        return deviceOf(member, { sandbox }, { coordinators, policy });
      }),
    );
    await turns(devices);
    clock.now += 3_600; // the time for enrolling is over
    const goOn = async () => {
      for (let step = 0; step < STEPS; step++) {
        await tick();
        await turns(devices);
      }
    };
    await goOn();
    const { result, settlement } = await consumers.offer(jobId, job.consumer);
    const values = members.flatMap((member) => member.values);
    expect(task.output.length).to.equal(2);
    expect(total().read(result.sum.map(BigInt))).to.deep.equal({
      sum: values.reduce((sum, value) => sum + value, 0),
      count: 15,
    });
    const agreed = { ...settlement, units: BigInt(settlement.units) };
    await consumers.consent(jobId, await compute.signConsent(world.consumer, { job, settlement: agreed }));
    await goOn();
    for (const device of devices) expect((await device.status()).ended[0]).to.include({ outcome: "paid" });
    expect((await compute.status(world.consumer, { jobId })).takenUnits).to.equal(5n);
  });

  it("tell their provider, and no other web page, how they do", async () => {
    const { members } = await createCohort(world, { size: 3 });
    const device = await deviceOf(members[0]!, { sandbox }, { coordinators: {} });
    const service = createDeviceService({ device, log: SILENT });
    const { url } = await service.start();
    ends.push(service.stop);
    expect(url).to.match(/^http:\/\/127\.0\.0\.1:/);
    const answer = await fetch(`${url}/status`, { headers: { origin: "https://evil.example" } });
    expect(answer.headers.get("access-control-allow-origin")).to.equal(null);
    expect(await asHost(url, "evil.example")).to.equal(403); // a name that points here now
    expect(await asHost(url, "localhost")).to.equal(200);
    const status = (await answer.json()) as DeviceStatus;
    expect(status.provider).to.equal(members[0]!.provider);
    expect(status.budgets[0]).to.include({ rhoSpent: "0", epsilon: (10n * 10n ** 18n).toString() });
    expect(JSON.stringify(status)).not.to.include(members[0]!.holding.secret);
  });
});
