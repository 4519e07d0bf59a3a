import { expect } from "chai";
import type { Database } from "../../../services/shared/database/index.ts";
import { refusalOf } from "./helpers/refusalOf.ts";
import {
  all,
  beginRound,
  type Begun,
  createStage,
  endStage,
  type Stage,
  startCoordinator,
  type Step,
} from "./helpers/stage.ts";

const SIZE = 3;
const ROUNDS = 9;

/** Counts the rows of devices and of their words that are read. */
function counted(database: Database) {
  const state = { rows: 0 };
  const query: Database["query"] = async <T extends object>(sql: string, params?: Parameters<Database["query"]>[1]) => {
    const rows = await database.query<T>(sql, params);
    if (/round_(members|messages|payouts)/.test(sql)) state.rows += rows.length;
    return rows;
  };
  return { database: { ...database, query }, state };
}

describe("a coordinator of whom strangers ask the same again and again", () => {
  let stage: Stage;

  before(async function () {
    this.timeout(60_000);
    stage = await createStage(SIZE);
  });

  it("works nothing out twice, of many rounds at a time, and nothing at all for rounds that are over", async () => {
    const { database } = await startCoordinator(stage);
    const { database: watched, state } = counted(database);
    const running = await startCoordinator(stage, { database: watched });
    const rounds: Begun[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await beginRound(stage, { running }));
    const step = async (name: Step) => {
      for (const { devices } of rounds) await all(devices, name);
      await running.coordinator.tick();
      await running.coordinator.tick();
    };
    await step("enrol");
    await endStage(stage, running);
    await step("share");
    const { devices: api, consumers } = running.coordinator;
    const { contribution } = stage.providers[0]!;
    const readBy = async (ask: (jobId: string) => Promise<unknown>) => {
      state.rows = 0;
      for (const { opened } of rounds) await ask(opened.jobId);
      return state.rows;
    };

    const askPlace = (jobId: string) => api.neighbourhood(jobId, contribution);
    await readBy(askPlace);
    expect(await readBy(askPlace), "its own row each time").to.equal(ROUNDS);

    await step("deliver");
    await step("reveal");
    await endStage(stage, running);
    expect(new Set(await Promise.all(rounds.map(async ({ view }) => (await view()).stage)))).to.deep.equal(
      new Set(["settled"]),
    );
    const fresh = await startCoordinator(stage, { database: watched }); // with nothing in memory
    const { devices: again } = fresh.coordinator;
    const isOver = async (work: Promise<unknown>) => expect(await refusalOf(work)).to.equal("404 NotThere");
    expect(await readBy((jobId) => isOver(again.neighbourhood(jobId, contribution)))).to.equal(0);
    expect(await readBy((jobId) => isOver(again.survivors(jobId, 0)))).to.equal(0);
    expect(await readBy(consumers.blamed)).to.equal(0);
    expect(await readBy((jobId) => again.payout(jobId, contribution)), "its own leaf").to.equal(ROUNDS);
    expect(await readBy(again.payouts)).to.be.greaterThan(0);
    expect(await readBy(again.payouts), "the second time").to.equal(0);
  });
}).timeout(60_000);
