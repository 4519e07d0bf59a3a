import { expect } from "chai";
import { compute } from "#sdk";
import { verifyBill, verifyOffer } from "#sdk/coordinator/index.ts";
import { unitsUp } from "#sdk/task/unitsUp.ts";
import { addressOf } from "../../fixtures/sdk.ts";
import { refusalOf } from "./helpers/refusalOf.ts";
import {
  all,
  beginRound,
  createStage,
  endStage,
  runTo,
  type Stage,
  startCoordinator,
  sumOf,
  TASK,
} from "./helpers/stage.ts";

const SIZE = 50;

describe("a round of fifty devices on a chain", () => {
  let stage: Stage;

  before(async function () {
    this.timeout(60_000);
    stage = await createStage(SIZE);
  });

  it("ends in a settlement to the unit when everybody does its part and the consumer consents", async () => {
    const { running, opened, devices } = await beginRound(stage, { rules: { paysProviders: true } });
    const { coordinator } = running;
    const { jobId, job } = opened;

    await runTo("offered", stage, running, devices);

    const consumer = await addressOf(stage.world.consumer);
    const offer = await coordinator.consumers.offer(jobId, consumer);
    expect(offer.result.sum).to.deep.equal(sumOf([...devices.keys()]));
    expect(offer.result.survivors).to.equal(SIZE);
    const settlement = verifyOffer({ jobId, job, task: TASK, offer });
    const due = stage.providers.reduce((sum, { rows }) => sum + unitsUp(BigInt(rows), 20_000n), 0n);
    expect(settlement.units).to.equal(due);

    await coordinator.consumers.consent(jobId, await compute.signConsent(stage.world.consumer, { job, settlement }));
    await coordinator.tick();
    await coordinator.tick();
    expect((await coordinator.devices.job(jobId)).stage).to.equal("settled");

    const payouts = await coordinator.devices.payouts(jobId);
    const bill = await verifyBill(stage.world.stranger, { job, task: TASK, payouts });
    expect(bill).to.deep.equal({ units: due, rows: BigInt(offer.result.rows), providers: SIZE, faults: [] });

    for (let look = 0; look < 5; look++) await coordinator.tick();
    const status = await compute.status(stage.world.stranger, { jobId });
    expect(status.takenUnits).to.equal(due);
    expect(status.feePaid).to.equal(true);
    expect(await coordinator.devices.shares(jobId, 0)).to.deep.equal({ sealed: {} }); // thrown away when all is done
    const later = await startCoordinator(stage, { database: running.database });
    expect(await later.coordinator.devices.payouts(jobId)).to.deep.equal(payouts);
  }).timeout(60_000);

  it("goes on without devices that vanish at each step, and adds up exactly those that delivered", async () => {
    const { running, opened, devices } = await beginRound(stage);
    const { coordinator } = running;

    await all(devices.slice(0, 46), "enrol");
    await endStage(stage, running);
    await all(devices.slice(0, 44), "share");
    await endStage(stage, running);
    await all(devices.slice(0, 42), "deliver");
    await endStage(stage, running);
    await all(devices.slice(0, 40), "reveal");
    await endStage(stage, running);

    const offer = await coordinator.consumers.offer(opened.jobId, await addressOf(stage.world.consumer));
    const delivered = [...devices.keys()].slice(0, 42);
    expect(offer.result.sum).to.deep.equal(sumOf(delivered));
    expect([offer.result.enrolled, offer.result.survivors]).to.deep.equal([46, 42]);

    await endStage(stage, running); // the consumer says nothing
    await coordinator.tick();
    const status = await compute.status(stage.world.stranger, { jobId: opened.jobId });
    expect(status.phase).to.equal("Settled");
    expect(status.payoutRoot).to.equal(offer.settlement.payoutRoot);
  }).timeout(60_000);
});

describe("a round whose sum has noise", () => {
  const MOST = 20; // of which one may collude: two of a cohort of three are left
  let stage: Stage;

  before(async function () {
    this.timeout(60_000);
    stage = await createStage(42, { epsilonPerJob: 10n ** 18n, epsilonPerPeriod: 10n ** 19n });
  });

  it("takes only as many devices as leave noise of half the cohort, and settles", async () => {
    const { running, opened, devices, view } = await beginRound(stage, { order: { epsilon: 10n ** 18n } });
    const refusals: string[] = [];
    for (const device of devices) refusals.push(await refusalOf(device.enrol()));
    expect(refusals.filter((refusal) => refusal === "accepted")).to.have.length(MOST);
    expect(new Set(refusals.slice(MOST))).to.deep.equal(new Set(["409 RoundFull"]));
    await running.coordinator.tick(); // full: nobody waits for the clock
    await running.coordinator.tick();
    const some = devices.slice(0, MOST);
    for (const step of ["share", "deliver", "reveal"] as const) {
      await all(some, step);
      await running.coordinator.tick();
      await running.coordinator.tick();
    }
    await endStage(stage, running);
    expect((await view()).stage).to.equal("settled");
    const { result } = await running.coordinator.consumers.offer(opened.jobId, opened.job.consumer);
    expect(result.survivors).to.equal(MOST);
  }).timeout(60_000);
});
