import { expect } from "chai";
import { compute } from "#sdk";
import { createStore } from "../../../services/coordinator/store/createStore.ts";
import { DEFAULT_RULES } from "../../../services/coordinator/Rules.ts";
import { all, beginRound, createStage, endStage, runTo, type Stage } from "./helpers/stage.ts";

const SIZE = 4;
const HOUR = 3_600;
const DAY = 86_400;

describe("a coordinator whose clock is wrong", () => {
  let stage: Stage;

  before(async function () {
    this.timeout(60_000);
    stage = await createStage(SIZE);
  });

  beforeEach(() => {
    stage.clock.ahead = 0;
  });

  const phaseOf = async (jobId: string) => (await compute.status(stage.world.stranger, { jobId })).phase;

  it("goes on though it jumps back a day in each stage, for devices that have all answered", async () => {
    const { running, opened, devices, view } = await beginRound(stage);
    const { coordinator } = running;
    await all(devices, "enrol");
    stage.clock.ahead += HOUR;
    await coordinator.tick();
    await coordinator.tick();
    for (const step of ["share", "deliver", "reveal"] as const) {
      stage.clock.ahead -= DAY;
      await all(devices, step);
      await coordinator.tick();
      await coordinator.tick();
    }
    expect((await view()).stageEndsAt).to.equal(undefined);
    stage.clock.ahead += 4 * DAY;
    await coordinator.tick();
    await coordinator.tick();
    expect(await phaseOf(opened.jobId)).to.equal("Settled");
  });

  it("runs a round as any other where it is hours ahead all the time", async () => {
    stage.clock.ahead = 6 * HOUR;
    const { running, opened, devices } = await beginRound(stage);
    await runTo("offered", stage, running, devices);
    await endStage(stage, running);
    expect(await phaseOf(opened.jobId)).to.equal("Settled");
  });

  it("leaves no round to a process that died while its clock was ahead", async () => {
    const { running, opened } = await beginRound(stage);
    const { rounds } = createStore(running.database, DEFAULT_RULES);
    const now = stage.clock.now();
    expect(await rounds.hold(opened.jobId, "the dead", now + HOUR, 120)).to.equal(true);
    expect(await rounds.hold(opened.jobId, "the living", now, 120)).to.equal(true);
    expect(await rounds.hold(opened.jobId, "another", now, 120), "while somebody holds it").to.equal(false);
  });

  it("gives a round up with its reason where it jumps beyond the job's deadline, and the consumer gets all back", async () => {
    const { running, opened, devices, view } = await beginRound(stage);
    await all(devices, "enrol");
    stage.clock.ahead += 30 * DAY;
    for (let look = 0; look < 3; look++) await running.coordinator.tick();
    expect(await view()).to.include({ stage: "failed", why: "0 of 4 devices shared, the job asks for 3" });
    expect(await phaseOf(opened.jobId)).to.equal("Open");
    await stage.world.time.increaseTo(opened.job.deadline + 1n);
    await compute.refund(stage.world.consumer, { job: opened.job });
    expect(await phaseOf(opened.jobId)).to.equal("Refunded");
  });
});
