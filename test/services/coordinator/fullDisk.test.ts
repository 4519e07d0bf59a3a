import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { compute } from "#sdk";
import { verifyBill } from "#sdk/coordinator/index.ts";
import { TABLES } from "../../../services/coordinator/index.ts";
import { openDatabase } from "../../../services/shared/database/index.ts";
import { canLimitFiles, limitFiles } from "../helpers/limitFiles.ts";
import { createStage, devicesOf, openJob, type Stage, startCoordinator, submit, sumOf, TASK } from "./helpers/stage.ts";
import { startService } from "./helpers/startService.ts";

const SIZE = 4;

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "accepted",
    ({ code, message }: Error & { readonly code?: string }) => code ?? message,
  );

describe("a coordinator whose disk is full", () => {
  const ends: (() => Promise<void>)[] = [];
  let stage: Stage;
  let folder: string;

  before(async function () {
    this.timeout(60_000);
    if (!canLimitFiles()) this.skip();
    stage = await createStage(SIZE);
    folder = mkdtempSync(join(tmpdir(), "coordinator-"));
  });

  after(async () => {
    for (const end of ends) await end();
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  it("takes no word that it could not keep, puts nothing on chain, and settles when there is room", async () => {
    const { world, coordinator: signer, clock } = stage;
    const database = await openDatabase(`sqlite:${join(folder, "rounds.sqlite")}`, TABLES);
    const { api, coordinator, stop } = await startService(stage, { database });
    ends.push(stop);
    const { tick, consumers } = coordinator;
    const opened = await openJob(stage);
    const { jobId, job } = opened;
    const sent = () => signer.getNonce();

    expect(await limitFiles(0, () => codeOf(submit(consumers, opened)))).to.equal("Full");
    await submit(consumers, opened);
    const { chain } = await startCoordinator(stage);
    const devices = devicesOf(stage, { api, chain, opened });
    const step = async (name: "enrol" | "share" | "deliver" | "reveal") => {
      const refusals = await limitFiles(0, () => Promise.all(devices.map((device) => codeOf(device[name]()))));
      expect(refusals, name).to.deep.equal(Array(SIZE).fill("NoRoom"));
      await Promise.all(devices.map((device) => device[name]()));
    };
    const look = async (ahead = 0) => {
      clock.ahead += ahead;
      const before = await sent();
      await limitFiles(0, async () => {
        expect(await codeOf(tick())).to.equal("Full");
        expect((await api.job(jobId)).jobId, "it still answers").to.equal(jobId);
      });
      expect(await sent(), "it has sent nothing").to.equal(before);
      await tick();
      await tick();
    };

    await step("enrol");
    await look(4_000);
    await step("share");
    await look();
    await step("deliver");
    await look();
    await step("reveal");
    await look();
    const { result, settlement } = await consumers.offer(jobId, job.consumer);
    expect(result.sum).to.deep.equal(sumOf([...devices.keys()]));
    await look(4_000);
    const { phase, payoutRoot } = await compute.status(world.stranger, { jobId });
    expect([phase, payoutRoot]).to.deep.equal(["Settled", settlement.payoutRoot]);
    const { faults } = await verifyBill(world.stranger, { job, task: TASK, payouts: await api.payouts(jobId) });
    expect(faults).to.deep.equal([]);
  }).timeout(60_000);
});
