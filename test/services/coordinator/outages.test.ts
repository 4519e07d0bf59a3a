import { BrowserProvider } from "ethers";
import { expect } from "chai";
import { compute, connect } from "#sdk";
import { testAccounts } from "../../../scripts/chain/testAccounts.ts";
import { refusalOf } from "./helpers/refusalOf.ts";
import { createStage, devicesOf, openJob, type Stage, startCoordinator, submit, sumOf } from "./helpers/stage.ts";
import { startService } from "./helpers/startService.ts";

const SIZE = 4;

/** Each step of devices, and what is said to them while the chain cannot be asked: only enrolments ask it. */
const STEPS = [
  ["enrol", "503 ChainUnavailable"],
  ["share", "accepted"],
  ["deliver", "accepted"],
  ["reveal", "accepted"],
] as const;

describe("a coordinator whose node is away", () => {
  let stage: Stage;
  const ends: (() => Promise<void>)[] = [];

  before(async function () {
    this.timeout(60_000);
    stage = await createStage(SIZE);
  });

  after(async () => {
    for (const end of ends) await end();
  });

  it("says so, takes no word on a guess, and goes on in every stage when it is back", async () => {
    const { world, clock } = stage;
    let isAway = false;
    const request = ({ method, params }: { method: string; params?: unknown[] }) =>
      isAway ? Promise.reject(new TypeError("fetch failed")) : world.provider.send(method, params ?? []);
    const provider = new BrowserProvider({ request }, Number(world.stranger.chainId), { cacheTimeout: -1 });
    await provider.getNetwork();
    const signer = testAccounts(5)[4]!.connect(provider);
    const { url, api, coordinator, stop } = await startService(stage, {
      client: connect(world.file, provider),
      signer,
    });
    ends.push(stop);
    const { tick, consumers } = coordinator;
    const away = async <T>(work: () => Promise<T>): Promise<T> => {
      isAway = true;
      const result = await work();
      isAway = false;
      return result;
    };
    const look = async (ahead = 0) => {
      clock.ahead += ahead;
      const before = await api.job(opened.jobId);
      await away(tick);
      expect((await api.job(opened.jobId)).stage, "it stays where it was").to.equal(before.stage);
      await tick();
      await tick();
    };
    const ready = async () => (await fetch(`${url}/ready`)).status;

    const opened = await openJob(stage);
    expect(await away(ready)).to.equal(503);
    expect(await ready()).to.equal(200);
    expect(await away(() => refusalOf(submit(consumers, opened)))).to.equal("503 ChainUnavailable");
    await submit(consumers, opened);
    const { chain } = await startCoordinator(stage); // devices have nodes of their own
    const devices = devicesOf(stage, { api, chain, opened });
    for (const [step, said] of STEPS) {
      const told = await away(() => Promise.all(devices.map((device) => refusalOf(device[step]()))));
      expect(told, step).to.deep.equal(Array(SIZE).fill(said));
      await Promise.all(devices.map((device) => device[step]()));
      await look(step === "enrol" ? 4_000 : 0);
    }
    const { result, settlement } = await consumers.offer(opened.jobId, opened.job.consumer);
    expect(result.sum).to.deep.equal(sumOf([...devices.keys()]));
    await look(4_000);
    const { phase, payoutRoot } = await compute.status(world.stranger, { jobId: opened.jobId });
    expect([phase, payoutRoot]).to.deep.equal(["Settled", settlement.payoutRoot]);
  }).timeout(60_000);
});
