import { type AddressInfo, createServer, type Server } from "node:net";
import { BrowserProvider, id } from "ethers";
import { expect } from "chai";
import { connect } from "#sdk";
import { type CoordinatorApi, connectCoordinator } from "#sdk/rounds/index.ts";
import { createChainView } from "../../../services/device/index.ts";
import { limitRequests } from "../../../services/shared/chain/limitRequests.ts";
import { createSandbox, type Sandbox } from "../../../services/shared/sandbox/index.ts";
import { sdkWorld } from "../../fixtures/sdk.ts";
import { createCohort, deviceOf, openJob, turns, type World } from "./helpers/createCohort.ts";
import { eventually } from "./helpers/eventually.ts";

const TIMEOUT = 1_000; // milliseconds; more than a busy machine needs to answer

describe("A device whose peers are slow", function () {
  this.timeout(60_000);

  let world: World;
  let sandbox: Sandbox;
  let mute: Server;
  before(async () => {
    world = await sdkWorld();
    sandbox = createSandbox({ workers: 1 });
    mute = createServer((socket) => void socket.resume()); // takes connections and says nothing
    await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
  });
  after(async () => {
    await sandbox.stop();
    await new Promise((resolve) => mute.close(resolve));
  });

  it("gives up on a coordinator that takes its questions and never answers, and serves another meanwhile", async () => {
    const { pool, members } = await createCohort(world, { size: 3 });
    const { coordinator } = await openJob(world, pool);
    const url = `http://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    const coordinators = { mute: connectCoordinator(url, { timeoutMs: TIMEOUT }), it: coordinator.api };
    const device = await deviceOf(members[0]!, { sandbox }, { coordinators });
    await device.turn();
    expect(coordinator.enrolments).to.have.length(1);
    expect((await device.status()).rounds).to.have.length(1);
  });

  it("shares at one coordinator while another leaves it waiting for each of fifty invented jobs", async () => {
    const { pool, members } = await createCohort(world, { size: 4 });
    const { coordinator } = await openJob(world, pool);
    const gate = Promise.withResolvers<never>();
    gate.promise.catch(() => undefined);
    const slow: CoordinatorApi = {
      ...coordinator.api,
      jobs: async () => ({ jobs: Array.from({ length: 50 }, (_, i) => ({ jobId: id(`${i}`), stage: "enrolling" })) }),
      job: () => gate.promise,
    };
    const coordinators = { slow, it: coordinator.api };
    const device = await deviceOf(members[0]!, { sandbox }, { coordinators, pollMs: 50 });
    const others = await Promise.all(
      members.slice(1).map((member) => deviceOf(member, { sandbox }, { coordinators: { it: coordinator.api } })),
    );
    try {
      await device.start();
      await eventually(() => coordinator.enrolments.length === 1);
      await turns(others);
      await coordinator.closeRoster();
      await eventually(() => coordinator.messages("shares").has(0));
    } finally {
      gate.reject(new Error("the test is over"));
      await device.stop();
    }
  });

  it("asks a coordinator that stops to answer no more of its jobs, until it has waited", async () => {
    const { members } = await createCohort(world, { size: 3 });
    const asked: string[] = [];
    const fetch = (async (url: string) => {
      asked.push(new URL(url).pathname);
      if (asked.length > 2) throw new TypeError("no route");
      const jobs = Array.from({ length: 50 }, (_, i) => ({ jobId: id(`${i}`), stage: "enrolling" }));
      return asked.length === 1 ? Response.json({ jobs }) : Response.json({ title: "?" }, { status: 404 });
    }) as unknown as typeof globalThis.fetch;
    const coordinators = { it: connectCoordinator("http://it.example", { fetch }) };
    let time = 0;
    const device = await deviceOf(members[0]!, { sandbox }, { coordinators, clock: () => time });
    await device.turn();
    await device.turn();
    expect(asked).to.deep.equal(["/jobs", `/jobs/${id("0")}`, `/jobs/${id("1")}`]);
    time += 60_000;
    await device.turn();
    expect(asked.slice(3)).to.deep.equal(["/jobs"]);
  });

  it("asks for no more than fifty jobs of a coordinator's list at one look, and for the others at the next", async () => {
    const { pool, members } = await createCohort(world, { size: 3 });
    const { coordinator, jobId } = await openJob(world, pool);
    const { api } = coordinator;
    const asked: string[] = [];
    const coordinators = {
      it: {
        ...api,
        jobs: async () => {
          const ids = [...Array.from({ length: 50 }, (_, i) => id(`${i}`)), jobId];
          return { jobs: ids.map((one) => ({ jobId: one, stage: "enrolling" as const })) };
        },
        job: async (one: string) => {
          asked.push(one);
          return api.job(one);
        },
      },
    };
    const device = await deviceOf(members[0]!, { sandbox }, { coordinators, clock: () => 0 });
    await device.turn();
    expect(asked).to.have.length(50);
    expect(coordinator.enrolments).to.have.length(0);
    await device.turn();
    expect(coordinator.enrolments).to.have.length(1);
  });

  it("reveals in one round while the task of another takes its time", async () => {
    const { pool, members } = await createCohort(world, { size: 4 });
    const [quick, long] = [await openJob(world, pool), await openJob(world, pool)];
    const coordinators = { quick: quick.coordinator.api, long: long.coordinator.api };
    const gate = Promise.withResolvers<void>();
    let waiting = 0;
    let isLong = false;
    const patient: Sandbox = {
      ...sandbox,
      runBatch: async (work) => {
        if (isLong) {
          waiting++;
          await gate.promise;
        }
        return sandbox.runBatch(work);
      },
    };
    const device = await deviceOf(members[0]!, { sandbox: patient }, { coordinators, pollMs: 50 });
    const others = await Promise.all(members.slice(1).map((member) => deviceOf(member, { sandbox }, { coordinators })));
    const [one, two] = [quick.coordinator, long.coordinator];
    try {
      await device.start();
      await eventually(() => one.enrolments.length === 1 && two.enrolments.length === 1);
      await turns(others);
      await one.closeRoster();
      await two.closeRoster();
      await eventually(() => one.messages("shares").has(0) && two.messages("shares").has(0));
      await turns(others);
      one.closeSharing();
      await eventually(() => one.messages("input").has(0));
      isLong = true;
      two.closeSharing();
      await eventually(() => waiting === 1);
      await turns(others);
      await one.closeMasking();
      await eventually(() => one.messages("reveals").has(0));
      expect(two.messages("input").has(0)).to.equal(false);
      gate.resolve();
      await eventually(() => two.messages("input").has(0));
      expect(waiting).to.equal(1);
    } finally {
      gate.resolve();
      await device.stop();
    }
  });

  it("gives up on a node that never answers, tells so, and goes on when it does", async () => {
    const { pool, members } = await createCohort(world, { size: 3 });
    const { coordinator } = await openJob(world, pool);
    let isMute = false;
    const request = ({ method, params }: { method: string; params?: unknown[] }) =>
      isMute ? new Promise(() => undefined) : world.provider.send(method, params ?? []);
    const provider = new BrowserProvider(limitRequests({ request }, TIMEOUT), Number(world.stranger.chainId), {
      cacheTimeout: -1,
    });
    const chain = createChainView({ client: connect(world.file, provider), headMs: 0, timeoutMs: TIMEOUT });
    const device = await deviceOf(members[0]!, { sandbox }, { coordinators: { it: coordinator.api }, chain });
    isMute = true;
    await device.turn();
    expect(coordinator.enrolments).to.have.length(0);
    expect(await device.status().catch(({ code, name }: Error & { code?: string }) => code ?? name)).to.be.oneOf([
      "TimedOut",
      "Unreachable",
    ]);
    isMute = false;
    for (let turn = 0; turn < 20 && coordinator.enrolments.length === 0; turn++) await device.turn();
    expect(coordinator.enrolments).to.have.length(1);
  });
});
