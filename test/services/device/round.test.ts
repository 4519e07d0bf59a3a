import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { compute, pool as pools } from "#sdk";
import { honestSurvivors, noisePlan, rhoOf } from "#sdk/reduce/index.ts";
import type { InputMessage } from "#sdk/rounds/index.ts";
import { decodeMasked, isRoundSigned, maskedDigest, receiptMessage } from "#sdk/rounds/index.ts";
import { isSignedBy } from "#sdk/auth/isSignedBy.ts";
import { digestOf } from "#sdk/signing/digestOf.ts";
import { createTask } from "#sdk/task/createTask.ts";
import type { Device, DeviceOptions } from "../../../services/device/index.ts";
import { createSandbox, type Sandbox } from "../../../services/shared/sandbox/index.ts";
import { DAY, sdkWorld } from "../../fixtures/sdk.ts";
import {
  createCohort,
  createMember,
  deviceOf,
  type Member,
  openJob,
  total,
  turns,
  wad,
  type World,
} from "./helpers/createCohort.ts";
import type { HonestCoordinator } from "./helpers/honestCoordinator.ts";

const EXACT = { pool: { epsilonPerJob: 0n, epsilonPerPeriod: 0n } };

const add = (members: readonly Member[]): bigint =>
  BigInt(members.flatMap(({ values }) => values).reduce((sum, value) => sum + value, 0));

describe("A round between devices and a coordinator", function () {
  this.timeout(60_000);

  let world: World;
  let sandbox: Sandbox;
  before(async () => {
    world = await sdkWorld();
    sandbox = createSandbox({ workers: 1 });
  });
  after(() => sandbox.stop());

  const devicesOf = (members: readonly Member[], { api }: HonestCoordinator, policy: DeviceOptions["policy"] = {}) =>
    Promise.all(members.map((member) => deviceOf(member, { sandbox }, { coordinators: { it: api }, policy })));

  const outcomes = async (devices: readonly Device[]) =>
    (await Promise.all(devices.map((device) => device.status()))).map(({ ended }) => ended[0]?.outcome);

  it("ends in the exact sum where no noise is asked for, paid to each", async () => {
    const { pool, members } = await createCohort(world, EXACT);
    const { jobId, coordinator } = await openJob(world, pool, { epsilon: 0n });
    const devices = await devicesOf(members, coordinator, { allowExact: true });
    await turns(devices);
    expect(coordinator.enrolments).to.have.length(5);
    await coordinator.closeRoster();
    await turns(devices);
    expect(coordinator.messages("shares").size).to.equal(5);
    coordinator.closeSharing();
    await turns(devices);
    expect(coordinator.messages("input").size).to.equal(5);
    await coordinator.closeMasking();
    await turns(devices);
    expect(coordinator.messages("reveals").size).to.equal(5);

    const { sum, blamed } = await coordinator.unmask();
    expect(blamed).to.deep.equal([]);
    expect(sum).to.deep.equal([add(members), 15n]);
    await coordinator.settle();
    await turns(devices);
    expect(await outcomes(devices)).to.deep.equal(members.map(() => "paid"));
    const { takenUnits, units } = await compute.status(world.consumer, { jobId });
    expect(takenUnits).to.equal(units).and.equal(5n);
  });

  it("goes on without a device that never delivers, and puts noise into the sum", async () => {
    const { pool, members } = await createCohort(world);
    const { job, coordinator } = await openJob(world, pool, { ready: total(1_000n) });
    const devices = await devicesOf(members, coordinator);
    await turns(devices);
    await coordinator.closeRoster();
    await turns(devices);
    coordinator.closeSharing();
    await turns(devices.slice(1));
    await coordinator.closeMasking();
    await turns(devices.slice(1));

    const { sum } = await coordinator.unmask();
    const honest = honestSurvivors({ size: 5, minCohort: 3 });
    const { scale, variance } = noisePlan({ length: 2, bound: 1_000n, rho: rhoOf(job.epsilon), size: 5, honest });
    const deviation = Math.sqrt(4 * Number(variance)) / Number(scale);
    const error = Number(sum[0]! - add(members.slice(1)));
    expect(Math.abs(error)).to.be.lessThan(7 * deviation);
    expect(sum[1]).not.to.equal(12n); // no noise of this width is 0 for both
  });

  it("leaves out a device whose enrolment came too late, at no cost", async () => {
    const { pool, members } = await createCohort(world, { size: 6 });
    const { coordinator } = await openJob(world, pool);
    const [late, ...others] = await devicesOf(members, coordinator);
    await turns(others);
    await coordinator.closeRoster();
    await turns([late!, ...others]);
    coordinator.closeSharing();
    await turns([late!, ...others]);
    const { rounds, ended, budgets } = await late!.status();
    expect([rounds, ended]).to.deep.equal([[], []]); // it never began
    expect(budgets[0]?.rhoSpent).to.equal("0");
    expect((await others[0]!.status()).budgets[0]?.rhoSpent).to.equal(wad("0.5").toString());
  });

  it("signs a receipt for the very vector it sends, at the price of the job", async () => {
    const { pool, members } = await createCohort(world, { size: 4 });
    const { jobId, coordinator } = await openJob(world, pool);
    const devices = await devicesOf(members, coordinator);
    await turns(devices);
    await coordinator.closeRoster();
    await turns(devices);
    coordinator.closeSharing();
    await turns(devices);
    for (const [index, { masked, receipt }] of coordinator.messages<InputMessage>("input")) {
      const { provider, contribution } = coordinator.enrolments[index]!.enrolment;
      const { holding } = members.find((member) => member.provider === provider)!;
      expect(receipt.receipt).to.include({
        jobId,
        contribution,
        contentRoot: holding.contentRoot,
        rows: 3,
        units: "1",
      });
      expect(receipt.receipt.outputHash).to.equal(maskedDigest(decodeMasked(masked, 2)));
      const digest = digestOf(receiptMessage(world.consumer, receipt.receipt));
      const signed = { account: provider, digest, signature: receipt.signature };
      expect(await isSignedBy(world.provider, signed)).to.equal(true);
      expect(await isSignedBy(world.provider, { ...signed, account: ZeroAddress })).to.equal(false);
    }
  });

  it("has every later message signed by the key of the enrolment", async () => {
    const { pool, members } = await createCohort(world, { size: 4 });
    const { coordinator } = await openJob(world, pool);
    const heard: boolean[] = [];
    const { api } = coordinator;
    const share: typeof api.share = async (signed) => {
      const { sessionKey } = coordinator.enrolments[signed.message.index]!.enrolment;
      const other = coordinator.enrolments[(signed.message.index + 1) % 4]!.enrolment;
      heard.push(isRoundSigned(sessionKey, signed), !isRoundSigned(other.sessionKey, signed));
      heard.push(!isRoundSigned(sessionKey, { ...signed, message: { ...signed.message, index: 9 } }));
    };
    const devices = await devicesOf(members, { ...coordinator, api: { ...api, share } });
    await turns(devices);
    await coordinator.closeRoster();
    await turns(devices);
    expect(heard).to.deep.equal(Array.from({ length: 12 }, () => true));
  });

  it("clips what the program answers, whatever it is", async () => {
    const { pool, members } = await createCohort(world, { ...EXACT, size: 4 });
    const script = "export function map(rows) { return rows.map(() => 0).slice(0, 0).concat([1e15, -1e15]); }";
    const program = new TextEncoder().encode(script);
    const task = createTask({ kind: "javascript", program, gasPerRow: 1_000_000n, length: 2, bound: 10n });
    const ready = { program, task, read: () => undefined };
    const { coordinator } = await openJob(world, pool, { ready, epsilon: 0n });
    const devices = await devicesOf(members, coordinator, { allowExact: true });
    await turns(devices);
    await coordinator.closeRoster();
    await turns(devices);
    coordinator.closeSharing();
    await turns(devices);
    await coordinator.closeMasking();
    await turns(devices);
    expect((await coordinator.unmask()).sum).to.deep.equal([40n, -40n]);
  });

  it("waits for the coordinator's settlement until the deadline, and no longer", async () => {
    const { pool, members } = await createCohort(world, { size: 4 });
    const { coordinator, job } = await openJob(world, pool);
    const devices = await devicesOf(members, coordinator);
    await turns(devices);
    await coordinator.closeRoster();
    await turns(devices);
    coordinator.closeSharing();
    await turns(devices);
    coordinator.fail();
    await turns(devices);
    expect((await devices[0]!.status()).rounds).to.have.length(1);
    await world.time.increaseTo(job.deadline);
    await turns(devices);
    expect((await devices[0]!.status()).rounds).to.have.length(1);
    await world.time.increaseTo(job.deadline + 1n);
    await turns(devices);
    expect((await devices[0]!.status()).ended[0]).to.include({ outcome: "unpaid" });
  });

  it("waits for someone else's claim when the provider has no ether", async () => {
    const { pool, members } = await createCohort(world, { size: 4 });
    const { coordinator, jobId, job } = await openJob(world, pool);
    const poor = members[0]!;
    const devices = await devicesOf(members, coordinator);
    await turns(devices);
    await coordinator.closeRoster();
    await turns(devices);
    coordinator.closeSharing();
    await turns(devices);
    await coordinator.settle();
    const before = await world.provider.getBalance(poor.provider);
    await world.provider.send("hardhat_setBalance", [poor.provider, "0x0"]);
    await turns(devices);
    const [waiting, ...others] = await outcomes(devices);
    expect([waiting, ...others]).to.deep.equal([undefined, "paid", "paid", "paid"]);
    const { payout, siblings } = await coordinator.api.payout(jobId, poor.holding.contribution);
    const proof = siblings.map(({ hash, sum }) => ({ hash, sum: BigInt(sum) }));
    await compute.claim(world.stranger, { job, payout: { ...payout, units: BigInt(payout.units) }, proof });
    await turns(devices);
    expect((await outcomes(devices))[0]).to.equal("paid");
    await world.provider.send("hardhat_setBalance", [poor.provider, `0x${before.toString(16)}`]);
  });

  it("enrols with one contribution of a provider's, the largest that conforms", async () => {
    const { pool, members } = await createCohort(world, { size: 4 });
    const [first, ...rest] = members as [Member, ...Member[]];
    const second = await createMember(world, first.client, pool);
    await pools.revoke(first.client, { pool, contentTag: second.holding.contribution });
    await world.time.increase(DAY);
    const { coordinator } = await openJob(world, pool);
    const holdings = async () => [{ ...second.holding, units: 9n }, first.holding];
    const device = await deviceOf(first, { sandbox }, { coordinators: { it: coordinator.api }, holdings });
    await turns([device, ...(await devicesOf(rest, coordinator))]);
    const used = coordinator.enrolments.map(({ enrolment }) => enrolment.contribution);
    expect(used).to.have.members(members.map(({ holding }) => holding.contribution));
  });
});
