import { BrowserProvider } from "ethers";
import { expect } from "chai";
import { compute, connect } from "#sdk";
import { createChain, createCoordinator, TABLES } from "../../../services/coordinator/index.ts";
import { withTimeout } from "../../../services/shared/chain/withTimeout.ts";
import { openDatabase } from "../../../services/shared/database/index.ts";
import { seeded } from "../../fixtures/random.ts";
import { FAULTS } from "../indexer/faults.ts";
import {
  all,
  createStage,
  devicesOf,
  openJob,
  RULES,
  SILENT,
  type Stage,
  startCoordinator,
  submit,
  sumOf,
} from "./helpers/stage.ts";

const SIZE = 4;

/** Those that a quick run meets: each its own way of failing. */
const USUAL = ["never answers", "answers 429", "cuts JSON off", "is of another chain", "has no logs yet"];
const MET = Object.entries(FAULTS).filter(([name]) => process.env.TEST_EFFORT === "deep" || USUAL.includes(name));

describe("a coordinator behind a bad node", () => {
  let stage: Stage;

  before(async function () {
    this.timeout(60_000);
    stage = await createStage(SIZE);
  });

  beforeEach(() => {
    stage.clock.ahead = 0;
  });

  for (const [name, [fault, when]] of MET) {
    it(`settles rightly though the node ${name}`, async () => {
      const { world, clock } = stage;
      const { period = 3, methods } = when ?? {};
      const random = seeded(7n); // by chance: at regular intervals one and the same question might never get through
      const request = async ({ method, params = [] }: { method: string; params?: unknown[] | object }) => {
        const answer: unknown = await world.provider.send(method, params as unknown[]);
        const isMeant = methods === undefined || methods.includes(method);
        if (!isMeant || random() % BigInt(period + 1) !== 0n) return answer;
        const faultyAnswer = Promise.resolve().then(() => fault(structuredClone(answer), method));
        return withTimeout(faultyAnswer, 400, method); // where every HTTP client gives up in the end
      };
      const network = Number(world.stranger.chainId);
      const provider = new BrowserProvider({ request }, network, { cacheTimeout: -1, pollingInterval: 5 });
      const database = await openDatabase("sqlite::memory:", TABLES);
      const client = connect(world.file, provider);
      const options = { client, signer: stage.coordinator, database, now: clock.now, timeout: 300 };
      const chain = await createChain(options);
      const coordinator = createCoordinator({ database, chain, rules: RULES, now: clock.now, log: SILENT });
      const good = await startCoordinator(stage); // devices have nodes of their own

      const opened = await openJob(stage);
      await untilDone(() => submit(coordinator.consumers, opened));
      const devices = devicesOf(stage, { api: coordinator.devices, chain: good.chain, opened });
      const look = async (reached: () => Promise<boolean>) => {
        for (let turn = 0; turn < 100; turn++) {
          await coordinator.tick();
          if (await reached()) return;
        }
        throw new Error("The coordinator never came through");
      };
      const view = () => coordinator.devices.job(opened.jobId);
      await Promise.all(devices.map((device) => untilDone(device.enrol)));
      clock.ahead += 700;
      await look(async () => (await view()).stage === "sharing" && (await view()).stageEndsAt !== undefined);
      await all(devices, "share");
      await look(async () => (await view()).stage === "masking");
      await Promise.all(devices.map((device) => untilDone(device.deliver)));
      await look(async () => (await view()).stage === "unmasking" && (await view()).stageEndsAt !== undefined);
      await all(devices, "reveal");
      await look(async () => (await view()).stageEndsAt === undefined);
      const { result, settlement } = await coordinator.consumers.offer(opened.jobId, opened.job.consumer);
      expect(result.sum).to.deep.equal(sumOf([...devices.keys()]));
      clock.ahead += 4_000;
      await look(async () => (await view()).stage === "settled");
      const status = await compute.status(world.stranger, { jobId: opened.jobId });
      expect([status.phase, status.payoutRoot]).to.deep.equal(["Settled", settlement.payoutRoot]);
    });
  }
}).timeout(60_000);

async function untilDone(step: () => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const done = await step().then(
      () => true,
      () => false,
    );
    if (done) return;
  }
  throw new Error("It never came through");
}
