import { expect } from "chai";
import { type CoordinatorApi, CoordinatorError, type RoundStage } from "#sdk/rounds/index.ts";
import type { DeviceOptions } from "../../../services/device/index.ts";
import { createSandbox, type Sandbox } from "../../../services/shared/sandbox/index.ts";
import { DAY, sdkWorld } from "../../fixtures/sdk.ts";
import { eventually } from "./helpers/eventually.ts";
import { createCohort, deviceOf, openJob, total, turns, wad, type World } from "./helpers/createCohort.ts";

const refusal = (status: number, code: string) =>
  new CoordinatorError({ status, code, fault: `It says ${code}`, remedy: "Nothing to do" });

/** All methods of a coordinator, with something to go through before each. */
const gated = (api: CoordinatorApi, before: (method: keyof CoordinatorApi) => void): CoordinatorApi =>
  new Proxy(api, {
    get:
      (honest, name: keyof CoordinatorApi) =>
      async (...args: never[]) => {
        before(name);
        return (honest[name] as (...given: never[]) => unknown)(...args);
      },
  });

describe("A device that asks several coordinators", function () {
  this.timeout(60_000);

  let world: World;
  let sandbox: Sandbox;
  before(async () => {
    world = await sdkWorld();
    sandbox = createSandbox({ workers: 1 });
  });
  after(() => sandbox.stop());

  type Liar = (honest: CoordinatorApi, has: { enrolled: boolean }) => CoordinatorApi;

  /** A device that a liar got hold of before the job's own coordinator, among others that know none but the latter. */
  async function begin(lie: Liar, options: Partial<DeviceOptions> = {}) {
    const { pool, members } = await createCohort(world, { size: 4 });
    const { coordinator } = await openJob(world, pool);
    const has = { enrolled: false };
    const late = gated(coordinator.api, () => {
      if (!has.enrolled) throw refusal(404, "NotThere"); // the consumer has not handed it the job yet
    });
    const enrol: CoordinatorApi["enrol"] = async () => void (has.enrolled = true);
    const coordinators = { liar: { ...lie(coordinator.api, has), enrol }, it: late };
    const device = await deviceOf(members[0]!, { sandbox }, { coordinators, ...options });
    await device.turn();
    expect(has.enrolled).to.equal(true);
    expect(coordinator.enrolments).to.have.length(0);
    const others = await Promise.all(
      members.slice(1).map((member) => deviceOf(member, { sandbox }, { coordinators: { it: coordinator.api } })),
    );
    return { coordinator, device, devices: [device, ...others] };
  }

  /** The round up to its sum, by the coordinator whose it is. */
  async function play({ coordinator, device, devices }: Awaited<ReturnType<typeof begin>>): Promise<void> {
    await turns(devices);
    await coordinator.closeRoster();
    await turns(devices);
    await device.turn();
    coordinator.closeSharing();
    await turns(devices);
    await device.turn();
    await coordinator.closeMasking();
    await turns(devices);
    expect(coordinator.messages("input").size).to.equal(4);
    expect(coordinator.messages("reveals").size).to.equal(4);
    expect((await coordinator.unmask()).blamed).to.deep.equal([]);
  }

  /** Answers as the job's own coordinator would, but for where the round stands. */
  const saying =
    (stage: RoundStage): Liar =>
    (honest, has) => ({
      ...honest,
      jobs: async (pool) => ({ jobs: (await honest.jobs(pool)).jobs }),
      job: async (jobId) => ({ ...(await honest.job(jobId)), stage: has.enrolled ? stage : "enrolling" }),
    });

  it("answers a job at its own coordinator though another takes the enrolment and falls silent", async () => {
    const silent: Liar = (honest, has) =>
      gated(honest, () => {
        if (has.enrolled) throw refusal(0, "Unreachable");
      });
    await play(await begin(silent));
  });

  for (const stage of ["enrolling", "failed", "unmasking"] as const) {
    it(`answers a job at its own coordinator though another says for ever that it is ${stage}`, async () => {
      await play(await begin(saying(stage)));
    });
  }

  it("answers a job at its own coordinator though another passes on all that this one says until it has shares", async () => {
    let shares = 0;
    const relay: Liar = (honest) =>
      new Proxy(honest, {
        get: (api, name: keyof CoordinatorApi) => {
          if (name === "share") return async () => void shares++;
          if (shares > 0) return () => Promise.reject(refusal(0, "Unreachable"));
          return api[name];
        },
      });
    const round = await begin((honest, has) => {
      const api = relay(honest, has);
      return { ...honest, job: (id) => api.job(id), share: (signed) => api.share(signed) };
    });
    await play(round);
    expect(shares).to.equal(1);
  });

  it("hands no more than its enrolment to a coordinator that does not show the roster with it", async () => {
    const heard: string[] = [];
    const curious: Liar = (honest, has) => ({
      ...honest,
      job: async (jobId) => {
        const view = await honest.job(jobId);
        return has.enrolled && view.stage === "enrolling" ? { ...view, stage: "sharing" as const } : view;
      },
      neighbourhood: async (...asked) => {
        const told = await honest.neighbourhood(...asked);
        return { ...told, entries: told.entries.toReversed().slice(1) };
      },
      share: async () => void heard.push("shares"),
      deliver: async () => void heard.push("input"),
      reveal: async () => void heard.push("reveals"),
    });
    await play(await begin(curious));
    expect(heard).to.deep.equal([]);
  });

  it("delivers at one coordinator while another lets it wait for its neighbours' shares", async () => {
    const { pool, members } = await createCohort(world, { size: 4 });
    const { coordinator } = await openJob(world, pool);
    const { api } = coordinator;
    const gate = Promise.withResolvers<never>();
    gate.promise.catch(() => undefined);
    const coordinators = { slow: { ...api, shares: () => gate.promise }, it: api };
    const device = await deviceOf(members[0]!, { sandbox }, { coordinators, pollMs: 50 });
    const others = await Promise.all(
      members.slice(1).map((one) => deviceOf(one, { sandbox }, { coordinators: { it: api } })),
    );
    try {
      await device.start();
      await eventually(() => coordinator.enrolments.length === 1);
      await turns(others);
      await coordinator.closeRoster();
      await turns(others);
      await eventually(() => coordinator.messages("shares").has(0));
      coordinator.closeSharing();
      await eventually(() => coordinator.messages("input").has(0));
    } finally {
      gate.reject(new Error("the test is over"));
      await device.stop();
    }
  });

  it("looks at a job that one of them shows wrongly as another shows it", async () => {
    const { pool, members } = await createCohort(world, { size: 4 });
    const { coordinator } = await openJob(world, pool);
    const { api } = coordinator;
    let isKnown = false;
    const coordinators = {
      liar: { ...api, job: async (jobId: string) => ({ ...(await api.job(jobId)), task: total(2n).task }) },
      it: gated(api, () => {
        if (!isKnown) throw refusal(404, "NotThere");
      }),
    };
    let time = 0;
    const device = await deviceOf(members[0]!, { sandbox }, { coordinators, clock: () => time });
    await device.turn();
    expect((await device.status()).refused.map(({ code }) => code)).to.deep.equal(["WrongJob"]);
    isKnown = true;
    time += 2_000; // the liar is left alone for longer
    await device.turn();
    expect(coordinator.enrolments).to.have.length(1);
  });

  it("runs the task once for two addresses of one coordinator, and tells both the same", async () => {
    const { pool, members } = await createCohort(world, { size: 4 });
    const { coordinator } = await openJob(world, pool);
    let runs = 0;
    const counting: Sandbox = {
      ...sandbox,
      runBatch: async (work) => {
        runs++;
        return sandbox.runBatch(work);
      },
    };
    const coordinators = { one: coordinator.api, two: coordinator.api };
    const devices = await Promise.all(
      members.map((member, i) => deviceOf(member, { sandbox: i === 0 ? counting : sandbox }, { coordinators })),
    );
    await turns(devices);
    await coordinator.closeRoster();
    await turns(devices);
    coordinator.closeSharing();
    await turns(devices);
    await turns(devices);
    expect(runs).to.equal(1);
    const { provider } = coordinator.enrolments[0]!.enrolment;
    expect(coordinator.calls.filter((call) => call === `enrol ${provider}`)).to.have.length(2);
    expect(coordinator.calls.filter((call) => call === "input 0")).to.have.length(2);
  });

  it("keeps no budget back for a round that its coordinator has given up", async () => {
    const { pool, members } = await createCohort(world, { size: 4 });
    const [one, two] = [await openJob(world, pool), await openJob(world, pool)];
    let isKnown = false;
    const coordinators = {
      one: one.coordinator.api,
      two: gated(two.coordinator.api, () => {
        if (!isKnown) throw refusal(404, "NotThere");
      }),
    };
    const policy = { budgets: { [pool]: { epsilon: wad("1"), period: 30n * DAY } } };
    const device = await deviceOf(members[0]!, { sandbox }, { coordinators, policy });
    await device.turn();
    isKnown = true;
    await device.turn();
    expect([one, two].map(({ coordinator }) => coordinator.enrolments.length)).to.deep.equal([1, 0]);
    expect((await device.status()).refused.map(({ code }) => code)).to.deep.equal(["BudgetSpent"]);
    one.coordinator.fail();
    await device.turn();
    await device.turn();
    expect(two.coordinator.enrolments).to.have.length(1);
  });
});
