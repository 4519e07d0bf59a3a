import { expect } from "chai";
import { setTimeout as sleep } from "node:timers/promises";
import { verifyBill } from "#sdk/coordinator/index.ts";
import type { Database } from "../../../services/shared/database/index.ts";
import { createGate } from "./helpers/createGate.ts";
import { refusalOf } from "./helpers/refusalOf.ts";
import { all, beginRound, createStage, endStage, runTo, type Stage, startCoordinator, TASK } from "./helpers/stage.ts";

const SIZE = 7;

describe("two coordinators on one database", () => {
  let stage: Stage;

  before(async function () {
    this.timeout(60_000);
    stage = await createStage(SIZE);
  });

  beforeEach(() => {
    stage.clock.ahead = 0;
  });

  it("make one bill that fits the settlement, though one of them heard a liar of whom the other knows nothing", async () => {
    const { running: one, opened, devices, view } = await beginRound(stage);
    await runTo("unmasking", stage, one, devices);
    await all(devices.slice(1), "reveal");
    // each stops on its way to an offer, after it has made the sum
    const [firstGate, secondGate] = [createGate(), createGate()];
    const stopping = (gate: typeof firstGate): Database => ({
      ...one.database,
      query: async (sql, params) => {
        if (sql.startsWith("SELECT position, receipt")) await gate.pass();
        return one.database.query(sql, params);
      },
    });
    const first = await startCoordinator(stage, { database: stopping(firstGate) });
    const behind = { ahead: 0, now: () => stage.clock.now() - 4_000 };
    const second = await startCoordinator({ ...stage, clock: behind }, { database: stopping(secondGate) });

    stage.clock.ahead += 4_000;
    const ofFirst = first.coordinator.tick();
    await firstGate.reached;
    const { message } = await devices[0]!.reveals();
    const lies = Object.entries(message.reveals).map(([index, { kind }]) => [
      index,
      { kind, share: `0x${"11".repeat(33)}` },
    ]);
    const lie = devices[0]!.sign({ ...message, reveals: Object.fromEntries(lies) });
    expect(await refusalOf(first.coordinator.devices.reveal(lie)), "where the time is over").to.equal("409 WrongStage");
    await second.coordinator.devices.reveal(lie);
    const ofSecond = second.coordinator.tick();
    await secondGate.reached;
    firstGate.open();
    await ofFirst;
    secondGate.open();
    await ofSecond;

    await endStage(stage, first);
    expect((await view()).stage).to.equal("settled");
    const payouts = await one.coordinator.devices.payouts(opened.jobId);
    const { faults } = await verifyBill(stage.world.stranger, { job: opened.job, task: TASK, payouts });
    expect(faults).to.deep.equal([]);
    expect(payouts.payouts).to.have.length(SIZE);
  });

  it("leave a round to the one that is at it, however long that takes", async () => {
    const holdSeconds = 2;
    const { running: one, devices } = await beginRound(stage);
    await all(devices, "enrol");
    await endStage(stage, one);
    const gate = createGate();
    let asked = 0;
    const slow = await startCoordinator(stage, {
      database: one.database,
      holdSeconds,
      front: (chain) => ({ ...chain, posted: (...args) => gate.pass().then(() => chain.posted(...args)) }),
    });
    const other = await startCoordinator(stage, {
      database: one.database,
      holdSeconds,
      front: (chain) => ({ ...chain, posted: (...args) => (asked++, chain.posted(...args)) }),
    });
    const ofSlow = slow.coordinator.tick();
    await gate.reached;
    await sleep(holdSeconds * 1_000 + 600);
    await other.coordinator.tick();
    expect(asked, "while the first is at it").to.equal(0);
    gate.open();
    await ofSlow;
    await other.coordinator.tick();
    expect(asked, "when it is through").to.be.greaterThan(0);
  });
}).timeout(60_000);
