import { expect } from "chai";
import { compute } from "#sdk";
import { verifyBill } from "#sdk/coordinator/index.ts";
import type { JobView } from "#sdk/rounds/answers.ts";
import type { SimulatedDevice } from "../../../bench/offchain/simulation/createSimulatedDevice.ts";
import { type CoordinatorChain, TABLES } from "../../../services/coordinator/index.ts";
import { type Database, DatabaseError, openDatabase, type Queries } from "../../../services/shared/database/index.ts";
import { seeded } from "../../fixtures/random.ts";
import { describeOnEach } from "../database/dialects.ts";
import {
  all,
  createStage,
  devicesOf,
  type Opened,
  openJob,
  type Running,
  type Stage,
  startCoordinator,
  submit,
  sumOf,
  TASK,
} from "./helpers/stage.ts";

const SIZE = 5;
const STEPS = ["enrol", "share", "deliver", "reveal"] as const;

/** Fails one of so many of the works that go through it, by chance, before it is done or after. */
function faults(oneIn: bigint) {
  const random = seeded(oneIn);
  const state = { on: true, hits: 0 };
  const through = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!state.on || random() % oneIn !== 0n) return work();
    state.hits++;
    if (random() % 2n === 0n) await work();
    throw new DatabaseError("Unreachable", "the process was killed here");
  };
  return { state, through };
}

/** A database whose statements and transactions fail, before they are done or after. */
function failing(database: Database, through: ReturnType<typeof faults>["through"]): Database {
  const queries: Queries = {
    query: (sql, params) => through(() => database.query(sql, params)),
    run: (sql, params) => through(() => database.run(sql, params)),
    script: (sql) => database.script(sql),
  };
  return { ...database, ...queries, transaction: (work) => through(() => database.transaction(work)) };
}

/** A chain of which questions and transactions fail, before they get through or after. */
function failingChain(chain: CoordinatorChain, through: ReturnType<typeof faults>["through"]): CoordinatorChain {
  const entries = Object.entries(chain).map(([name, entry]) => [
    name,
    typeof entry === "function"
      ? (...args: never[]) => through(() => (entry as (...all: never[]) => never)(...args))
      : entry,
  ]);
  return Object.fromEntries(entries) as CoordinatorChain;
}

describeOnEach("a coordinator that is killed", (fresh) => {
  let stage: Stage;
  let url: string;
  let database: Database;

  before(async function () {
    this.timeout(60_000);
    stage = await createStage(SIZE);
  });

  beforeEach(async () => {
    stage.clock.ahead = 0;
    url = await fresh();
    database = await openDatabase(url, TABLES);
  });

  afterEach(() => database.close());

  const begin = async ({ coordinator, chain }: Running) => {
    const opened = await openJob(stage);
    await submit(coordinator.consumers, opened);
    return { opened, devices: devicesOf(stage, { api: coordinator.devices, chain, opened }) };
  };

  const expectSettled = async ({ coordinator }: Running, { jobId, job }: Opened) => {
    const { result, settlement } = await coordinator.consumers.offer(jobId, job.consumer);
    expect(result.sum).to.deep.equal(sumOf([...stage.providers.keys()]));
    const status = await compute.status(stage.world.stranger, { jobId });
    expect([status.phase, status.payoutRoot]).to.deep.equal(["Settled", settlement.payoutRoot]);
    const payouts = await coordinator.devices.payouts(jobId);
    const { faults: found } = await verifyBill(stage.world.stranger, { job, task: TASK, payouts });
    expect(found).to.deep.equal([]);
  };

  it("goes on after a restart between any two steps, with nothing but its database", async () => {
    const first = await startCoordinator(stage, { database });
    const { opened, devices } = await begin(first);
    let running = first;
    for (const step of STEPS) {
      await all(devices, step);
      if (step === "enrol") stage.clock.ahead += 4_000;
      for (let look = 0; look < 2; look++) {
        running = await startCoordinator(stage, { database });
        await running.coordinator.tick();
      }
    }
    stage.clock.ahead += 4_000;
    await running.coordinator.tick();
    running = await startCoordinator(stage, { database });
    await running.coordinator.tick();
    await expectSettled(running, opened);
  });

  for (const oneIn of [4n, 12n]) {
    it(`comes to the same end though one of ${oneIn} words with its database is cut off`, async () => {
      const { state, through } = faults(oneIn);
      state.on = false;
      const running = await startCoordinator(stage, { database: failing(database, through) });
      const { opened, devices } = await begin(running);
      state.on = true;
      await persist(running, devices, state);
      expect(state.hits).to.be.greaterThan(0);
      await expectSettled(running, opened);
    });

    it(`comes to the same end though one of ${oneIn} words with its chain is cut off`, async () => {
      const { state, through } = faults(oneIn);
      state.on = false;
      const running = await startCoordinator(stage, { database, front: (chain) => failingChain(chain, through) });
      const { opened, devices } = await begin(running);
      state.on = true;
      await persist(running, devices, state);
      expect(state.hits).to.be.greaterThan(0);
      await expectSettled(running, opened);
    });
  }

  it("does not quarrel with another on the same database, whoever is asked", async () => {
    const other = await openDatabase(url.endsWith(":memory:") ? "sqlite::memory:" : url, TABLES);
    const shared = url.endsWith(":memory:") ? database : other;
    const one = await startCoordinator(stage, { database });
    const two = await startCoordinator(stage, { database: shared });
    const { opened, devices: ofOne } = await begin(one);
    await submit(two.coordinator.consumers, opened);
    const ofTwo = devicesOf(stage, { api: two.coordinator.devices, chain: two.chain, opened });
    const devices = ofOne.map((device, index) => (index % 2 === 0 ? device : ofTwo[index]!));
    const both = () => Promise.all([one.coordinator.tick(), two.coordinator.tick()]);
    for (const step of STEPS) {
      await all(devices, step);
      if (step === "enrol") stage.clock.ahead += 4_000;
      for (let look = 0; look < 3; look++) await both();
    }
    stage.clock.ahead += 4_000;
    for (let look = 0; look < 3; look++) await both();
    await expectSettled(two, opened);
    const journal = await database.query<{ name: string }>("SELECT name FROM round_transactions WHERE name LIKE ?", [
      `${opened.jobId}%`,
    ]);
    expect(journal.length).to.be.lessThan(5);
    await other.close();
  });

  it("takes a burst of the same messages at once, and each of them once", async () => {
    const one = await startCoordinator(stage, { database });
    const { opened, devices } = await begin(one);
    await Promise.all(Array.from({ length: 10 }, () => all(devices, "enrol")));
    expect((await one.coordinator.devices.job(opened.jobId)).enrolled).to.equal(SIZE);
    stage.clock.ahead += 4_000;
    await one.coordinator.tick();
    await one.coordinator.tick();
    await Promise.all(Array.from({ length: 10 }, () => all(devices, "share")));
    await one.coordinator.tick();
    await Promise.all(Array.from({ length: 10 }, () => all(devices, "deliver")));
    await one.coordinator.tick();
    expect((await one.coordinator.devices.job(opened.jobId)).stage).to.equal("unmasking");
  });

  /** Devices and coordinator try until they are through, as they do in life. */
  async function persist(
    { coordinator }: Running,
    devices: readonly SimulatedDevice[],
    state: { on: boolean },
  ): Promise<void> {
    const { jobId } = (await devices[0]!.enrolment()).enrolment;
    const until = async (reached: (view: JobView) => boolean) => {
      for (let look = 0; look < 1_000; look++) {
        state.on = true;
        await coordinator.tick().catch(() => undefined);
        state.on = false;
        if (reached(await coordinator.devices.job(jobId))) return;
      }
      throw new Error("The coordinator never came through");
    };
    const step = async (name: (typeof STEPS)[number]) => {
      state.on = true;
      await Promise.all(devices.map((device) => untilDone(device[name])));
      state.on = false;
    };
    await step("enrol");
    stage.clock.ahead += 4_000;
    await until((view) => view.stage === "sharing" && view.stageEndsAt !== undefined);
    await step("share");
    await until((view) => view.stage === "masking");
    await step("deliver");
    await until((view) => view.stage === "unmasking" && view.stageEndsAt !== undefined);
    await step("reveal");
    await until((view) => view.stageEndsAt === undefined);
    stage.clock.ahead += 4_000;
    await until((view) => view.stage === "settled");
  }
});

async function untilDone(step: () => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const done = await step().then(
      () => true,
      () => false,
    );
    if (done) return;
  }
  throw new Error("A device never came through");
}
