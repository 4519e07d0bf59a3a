import { expect } from "chai";
import { compute } from "#sdk";
import { announce, verifyBill, verifyOffer } from "#sdk/coordinator/index.ts";
import { roundTerms } from "#sdk/rounds/index.ts";
import { testAccounts } from "../../../scripts/chain/testAccounts.ts";
import type { DeviceOptions } from "../../../services/device/index.ts";
import { createSandbox, type Sandbox } from "../../../services/shared/sandbox/index.ts";
import { sdkWorld } from "../../fixtures/sdk.ts";
import { createCohort, deviceOf, openJob, total, turns, type World } from "../device/helpers/createCohort.ts";
import { startCoordinator } from "./helpers/stage.ts";

const SIZE = 5;

describe("real devices and a real coordinator", function () {
  this.timeout(60_000);

  let world: World;
  let sandbox: Sandbox;
  before(async () => {
    world = await sdkWorld();
    sandbox = createSandbox({ workers: 1 });
  });
  after(() => sandbox.stop());

  /** A whole round: the devices decide, compute and claim by themselves; the consumer checks and consents. */
  async function play(cohort: Awaited<ReturnType<typeof createCohort>>, policy: DeviceOptions["policy"]) {
    const { pool, members } = cohort;
    const epsilon = policy?.allowExact ? 0n : 10n ** 18n;
    const { jobId, job } = await openJob(world, pool, { epsilon });
    const clock = { ahead: 0, now: () => Math.floor(Date.now() / 1_000) + clock.ahead };
    const coordinator = testAccounts(5)[4]!.connect(world.provider);
    const running = await startCoordinator({ world, pool, providers: [], coordinator, clock });
    const { devices: api, consumers, tick } = running.coordinator;
    const { task, program } = total();
    await consumers.submit(announce({ job, task, program }));

    const devices = await Promise.all(
      members.map((member) => deviceOf(member, { sandbox }, { coordinators: { it: api }, policy })),
    );
    await turns(devices);
    clock.ahead += 700;
    for (let look = 0; look < 4; look++) {
      await tick();
      await tick();
      await turns(devices);
    }
    const offer = await consumers.offer(jobId, job.consumer);
    const settlement = verifyOffer({ jobId, job, task, offer });
    await consumers.consent(jobId, await compute.signConsent(world.consumer, { job, settlement }));
    await tick();
    await tick();
    await turns(devices);
    const payouts = await consumers.payouts(jobId);
    const { faults } = await verifyBill(world.stranger, { job, task, payouts });
    const { takenUnits, units } = await compute.status(world.stranger, { jobId });
    const due = members.flatMap(({ values }) => values).reduce((sum, value) => sum + value, 0);
    const sum = offer.result.sum.map(Number);
    return { job, task, sum, faults, takenUnits, units, due, survivors: offer.result.survivors };
  }

  it("come to the exact sum, and each is paid by its receipt", async () => {
    const cohort = await createCohort(world, { size: SIZE, pool: { epsilonPerJob: 0n, epsilonPerPeriod: 0n } });
    const { sum, due, faults, takenUnits, units, survivors } = await play(cohort, { allowExact: true });
    expect(sum).to.deep.equal([due, 3 * SIZE]);
    expect(faults).to.deep.equal([]);
    expect([takenUnits, survivors]).to.deep.equal([units, SIZE]);
  });

  it("come to the sum with the noise that the terms ask for, and no more", async () => {
    const cohort = await createCohort(world, { size: SIZE });
    const { job, task, sum, due, faults } = await play(cohort, {});
    const { plan } = roundTerms({ job, task, size: SIZE });
    const deviation = Math.sqrt(Number(plan!.variance) * SIZE) / Number(plan!.scale);
    expect(Math.abs(sum[0]! - due)).to.be.below(8 * deviation);
    expect(sum[0]).not.to.equal(due); // by chance once in more than 10^5 runs
    expect(faults).to.deep.equal([]);
  });
});
