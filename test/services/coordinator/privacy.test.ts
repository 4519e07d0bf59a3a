import { expect } from "chai";
import type { InputMessage } from "#sdk/rounds/index.ts";
import { decodeMasked } from "#sdk/rounds/masked.ts";
import type { Database } from "../../../services/shared/database/index.ts";
import { refusalOf } from "./helpers/refusalOf.ts";
import {
  all,
  beginRound,
  createStage,
  endStage,
  LENGTH,
  openJob,
  runTo,
  type Stage,
  submit,
  sumOf,
} from "./helpers/stage.ts";

const SIZE = 5;
const TABLES = ["rounds", "round_members", "round_messages", "round_shares", "round_blamed"];

/** All that a coordinator keeps, as text. */
async function knowledgeOf(database: Database): Promise<string> {
  const rows = await Promise.all(TABLES.map((table) => database.query(`SELECT * FROM ${table}`)));
  return JSON.stringify(rows);
}

const inputsIn = async (database: Database, jobId: string): Promise<readonly InputMessage[]> => {
  const sql = "SELECT message FROM round_messages WHERE job_id = ? AND step = 'input' ORDER BY position";
  return (await database.query<{ message: string }>(sql, [jobId])).map(({ message }) => JSON.parse(message));
};

describe("what a coordinator learns", () => {
  let stage: Stage;

  before(async function () {
    this.timeout(60_000);
    stage = await createStage(SIZE);
  });

  beforeEach(() => {
    stage.clock.ahead = 0;
  });

  it("is, of one device, a vector of which every bit falls like a coin, whatever the values were", async () => {
    const rounds = process.env.TEST_EFFORT === "deep" ? 100 : 6;
    const ones = Array.from({ length: 64 }, () => 0);
    let vectors = 0;
    for (let round = 0; round < rounds; round++) {
      const { running, opened, devices } = await beginRound(stage);
      await runTo("masking", stage, running, devices);
      await all(devices, "deliver");
      for (const { masked } of await inputsIn(running.database, opened.jobId)) {
        for (const value of decodeMasked(masked, LENGTH)) {
          ones.forEach((_, bit) => (ones[bit]! += Number((value >> BigInt(bit)) & 1n)));
          vectors++;
        }
      }
    }
    // Each of 64 counts is binomial with p = 1/2: six standard deviations are left by chance once in 10^7 runs.
    const allowed = 6 * Math.sqrt(vectors / 4);
    for (const [bit, count] of ones.entries()) {
      expect(Math.abs(count - vectors / 2), `bit ${bit}`).to.be.below(allowed);
    }
  }).timeout(120_000);

  it("holds no secret of any device, of one that dropped out the mask key alone", async () => {
    const { running, opened, devices } = await beginRound(stage);
    await runTo("masking", stage, running, devices);
    await all(devices.slice(0, 4), "deliver");
    await endStage(stage, running);
    await all(devices.slice(0, 4), "reveal");
    await running.coordinator.tick();
    const { result } = await running.coordinator.consumers.offer(opened.jobId, opened.job.consumer);
    expect(result.sum).to.deep.equal(sumOf([0, 1, 2, 3]));
    const dropped = (await devices[4]!.place()).index;
    const known = await running.database.query<{ message: string }>(
      "SELECT message FROM round_messages WHERE job_id = ? AND step = 'reveals'",
      [opened.jobId],
    );
    const kinds = known.map(({ message }) => JSON.parse(message).reveals[dropped]?.kind);
    expect(new Set(kinds)).to.deep.equal(new Set(["key"]));
    expect(await knowledgeOf(running.database)).not.to.match(/maskSecret|shareSecret|"seed":/);
  });

  it("never is both secrets of a device: survivors are fixed once, and no second set of them is answered", async () => {
    const { running, opened, devices } = await beginRound(stage);
    const { coordinator, database } = running;
    await runTo("masking", stage, running, devices);
    await all(devices.slice(0, 4), "deliver");
    await endStage(stage, running);
    const { survivorsRoot } = (await devices[0]!.reveals()).message;
    await all(devices.slice(0, 2), "reveal");

    // The one that was late brings its vector now: it would make a second sum, and the difference would be its own.
    expect(await refusalOf(devices[4]!.deliver())).to.equal("409 WrongStage");
    // A device that already answered is made to answer for other survivors.
    const { message } = await devices[0]!.reveals();
    const again = devices[0]!.sign({ ...message, survivorsRoot: `0x${"33".repeat(32)}` });
    expect(await refusalOf(coordinator.devices.reveal(again))).to.equal("409 AlreadySaid");
    // The same words in another round.
    const other = await openJob(stage);
    await submit(coordinator.consumers, other);
    const replayed = devices[0]!.sign({ ...message, jobId: other.jobId });
    expect(await refusalOf(coordinator.devices.reveal(replayed))).to.equal("400 NoSuchDevice");

    await all(devices.slice(2, 4), "reveal");
    await coordinator.tick();
    const [row] = await database.query<{ survivors_root: string; delivered: number }>(
      "SELECT survivors_root, delivered FROM rounds WHERE job_id = ?",
      [opened.jobId],
    );
    expect(row).to.deep.equal({ survivors_root: survivorsRoot, delivered: 4 });
  });

  it("is nothing when fewer devices deliver than the job asks for: nobody is asked to reveal", async () => {
    const { running, opened, devices } = await beginRound(stage);
    await runTo("masking", stage, running, devices);
    await all(devices.slice(0, 2), "deliver");
    await endStage(stage, running);
    const { stage: at, why } = await running.coordinator.devices.job(opened.jobId);
    expect([at, why]).to.deep.equal(["failed", "2 of 5 devices delivered, the job asks for 3"]);
    expect(await refusalOf(running.coordinator.devices.survivors(opened.jobId, 0))).to.equal("404 NotThere");
    expect(await running.chain.posted(opened.jobId, "survivors")).to.equal(undefined);
  });
}).timeout(30_000);
