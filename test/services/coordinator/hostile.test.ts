import { expect } from "chai";
import { decodeBase64, encodeBase64, hexlify, randomBytes, sha256, Wallet, ZeroHash } from "ethers";
import { compute } from "#sdk";
import { announce, verifyBill } from "#sdk/coordinator/index.ts";
import { enrolmentMessage } from "#sdk/rounds/enrolment.ts";
import { programDigest } from "#sdk/task/programDigest.ts";
import { taskDigest } from "#sdk/task/taskDigest.ts";
import { addressOf } from "../../fixtures/sdk.ts";
import type { SimulatedDevice } from "../../../bench/offchain/simulation/createSimulatedDevice.ts";
import { refusalOf } from "./helpers/refusalOf.ts";
import {
  all,
  beginRound,
  createStage,
  devicesOf,
  endStage,
  type Opened,
  LENGTH,
  openJob,
  PROGRAM,
  RULES,
  type Running,
  runTo,
  type Stage,
  startCoordinator,
  submit,
  sumOf,
  TASK,
} from "./helpers/stage.ts";

const SIZE = 7;

describe("a coordinator among strangers and liars", () => {
  let stage: Stage;
  let running: Running;
  let opened: Opened;
  let devices: readonly SimulatedDevice[];

  before(async function () {
    this.timeout(60_000);
    stage = await createStage(SIZE);
  });

  beforeEach(async () => {
    stage.clock.ahead = 0;
    ({ running, opened, devices } = await beginRound(stage));
  });

  const first = () => devices[0]!;
  const toStage = (target: Parameters<typeof runTo>[0]) => runTo(target, stage, running, devices);

  const blamedOf = async (jobId: string) => {
    const { blamed } = await running.coordinator.consumers.blamed(jobId);
    return blamed.map(({ provider, why }) => [provider, why]);
  };
  const place = async (device: number) => (await devices[device]!.place()).index;

  /** A device shares, but what it seals for some of its neighbours nobody can open. */
  const sealNoise = async (device: SimulatedDevice, receivers: number) => {
    const { message } = await device.shares();
    const sealed = Object.entries(message.sealed).map(([index, share], i) => [
      index,
      i < receivers ? hexlify(randomBytes(146)) : share,
    ]);
    await running.coordinator.devices.share(device.sign({ ...message, sealed: Object.fromEntries(sealed) }));
  };

  describe("at the beginning", () => {
    it("takes the same job twice, and no other task, program or job", async () => {
      const { consumers } = running.coordinator;
      await submit(consumers, opened);
      const other = await openJob(stage);
      const good = announce({ job: other.job, task: TASK, program: PROGRAM });
      const task = { ...TASK, batchRows: 1 };
      expect(await refusalOf(consumers.submit({ ...good, task }))).to.equal("400 WrongTask");
      expect(await refusalOf(consumers.submit({ ...good, program: "AAAA" }))).to.equal("400 WrongProgram");
      expect(await refusalOf(consumers.submit({ ...good, jobId: ZeroHash }))).to.equal("404 NotThere");
      expect(await refusalOf(consumers.submit({ ...good, jobId: "0x1" }))).to.equal("400 Malformed");
    });

    it("takes a program of 1 MiB, and none of a byte more", async () => {
      const { consumers } = running.coordinator;
      const jobOf = async (bytes: number) => {
        const program = new Uint8Array(bytes).fill(0x20);
        const task = { ...TASK, program: { ...TASK.program, digest: programDigest(program) } };
        const { jobId } = await openJob(stage, { program: taskDigest(task) });
        return { jobId, task, program: encodeBase64(program) };
      };
      expect(await refusalOf(consumers.submit(await jobOf(1_048_576)))).to.equal("accepted");
      expect(await refusalOf(consumers.submit(await jobOf(1_048_577)))).to.equal("400 ProgramTooLarge");
    });

    it("takes no job of another coordinator, and none whose deadline is too near", async () => {
      const { consumers } = running.coordinator;
      const theirs = await openJob(stage, { coordinator: await addressOf(stage.world.stranger) });
      expect(await refusalOf(submit(consumers, theirs))).to.equal("403 NotOurs");
      const late = await openJob(stage, { deadline: BigInt(await stage.world.time.latest()) + 50n });
      expect(await refusalOf(submit(consumers, late))).to.equal("409 TooLate");
    });

    it("takes no more jobs than it can run", async () => {
      const small = await startCoordinator(stage, { rules: { ...RULES, maxOpenRounds: 1 } });
      await submit(small.coordinator.consumers, opened);
      expect(await refusalOf(submit(small.coordinator.consumers, await openJob(stage)))).to.equal("503 TooManyRounds");
    });
  });

  describe("while devices enrol", () => {
    it("takes the same enrolment again, and no second one of a provider", async () => {
      const { devices: api } = running.coordinator;
      await first().enrol();
      await first().enrol();
      const [again] = devicesOf(stage, { api, chain: running.chain, opened });
      expect(await refusalOf(again!.enrol())).to.equal("409 AlreadySaid");
      expect((await api.job(opened.jobId)).enrolled).to.equal(1);
    });

    it("takes nobody in whom the chain would not pay", async () => {
      const { devices: api } = running.coordinator;
      const signed = await first().enrolment();
      const sign = async (change: object) => {
        const enrolment = { ...signed.enrolment, ...change };
        const { domain, types, message } = enrolmentMessage(stage.world.stranger, enrolment);
        const signature = await stage.providers[0]!.signer.signTypedData(domain, types, message);
        return refusalOf(api.enrol({ enrolment, signature }));
      };
      const stranger = new Wallet(hexlify(randomBytes(32)));
      expect(await sign({ rows: signed.enrolment.rows + 1 })).to.equal("403 ContributionUnfit");
      expect(await sign({ contribution: ZeroHash })).to.equal("403 ContributionUnfit");
      expect(await sign({ provider: stranger.address })).to.equal("403 ContributionUnfit");
      expect(await sign({ contribution: stage.providers[1]!.contribution })).to.equal("403 ContributionUnfit");
      expect(await sign({ jobId: ZeroHash })).to.equal("404 NotThere");
      expect(await refusalOf(api.enrol({ ...signed, signature: `0x${"11".repeat(65)}` }))).to.equal("403 NotSigned");
      expect(await refusalOf(api.enrol({ ...signed, extra: 1 } as never))).to.equal("400 Malformed");
      expect(await sign({})).to.equal("accepted");
    });

    it("takes no key twice, and none of low order", async () => {
      const { devices: api } = running.coordinator;
      await first().enrol();
      const { enrolment } = await devices[1]!.enrolment();
      const sign = async (change: object) => {
        const changed = { ...enrolment, ...change };
        const { domain, types, message } = enrolmentMessage(stage.world.stranger, changed);
        const signature = await stage.providers[1]!.signer.signTypedData(domain, types, message);
        return refusalOf(api.enrol({ enrolment: changed, signature }));
      };
      const copied = (await first().enrolment()).enrolment.maskKey;
      expect(await sign({ maskKey: copied })).to.equal("409 KeyTaken");
      expect(await sign({ maskKey: ZeroHash })).to.equal("400 BadKey");
      expect(await sign({})).to.equal("accepted");
    });

    it("takes devices as long as the job pays for them, to the unit", async () => {
      const rows = stage.providers.slice(0, 4).map((one) => one.rows);
      const exact = BigInt(rows.filter((_, index) => index < 3).length); // 10 to 14 rows of 20,000 gas: a unit each
      const tight = await openJob(stage, { maxUnits: exact });
      await submit(running.coordinator.consumers, tight);
      const some = devicesOf(stage, {
        api: running.coordinator.devices,
        chain: running.chain,
        opened: tight,
        count: 4,
      });
      await all(some.slice(0, 3), "enrol");
      expect(await refusalOf(some[3]!.enrol())).to.equal("409 RoundFull");
      await running.coordinator.tick(); // full: nobody waits for the clock
      expect((await running.coordinator.devices.job(tight.jobId)).stage).to.equal("sharing");
    });

    it("takes devices as long as it can add up their vectors, to the byte, and no job whose cohort it cannot", async () => {
      const start = (maxVectorBytes: number) => startCoordinator(stage, { rules: { maxVectorBytes } });
      const { devices: some } = await beginRound(stage, { running: await start(4 * LENGTH * 8 - 1) });
      await all(some.slice(0, 3), "enrol");
      expect(await refusalOf(some[3]!.enrol())).to.equal("409 RoundFull");
      const { devices: more } = await beginRound(stage, { running: await start(4 * LENGTH * 8) });
      await all(more.slice(0, 4), "enrol");
      const { coordinator } = await start(3 * LENGTH * 8 - 1);
      expect(await refusalOf(submit(coordinator.consumers, opened))).to.equal("409 RoundTooLarge");
    });

    it("fails with its reason when one device too few enrols", async () => {
      await all(devices.slice(0, 2), "enrol");
      await endStage(stage, running);
      const { stage: at, why } = await running.coordinator.devices.job(opened.jobId);
      expect([at, why]).to.deep.equal(["failed", "2 devices enrolled, the job asks for 3"]);
      expect(await refusalOf(devices[3]!.enrol())).to.equal("409 WrongStage");
      const consumer = await addressOf(stage.world.consumer);
      expect(await refusalOf(running.coordinator.consumers.offer(opened.jobId, consumer))).to.equal("409 RoundFailed");
    });
  });

  describe("while devices share", () => {
    it("takes a device's own word only, the same again, and no other", async () => {
      const { devices: api } = running.coordinator;
      await toStage("sharing");
      const signed = await first().shares();
      const { message } = signed;
      expect(await refusalOf(api.share({ message, signature: devices[1]!.sign(message).signature }))).to.equal(
        "403 NotSigned",
      );
      const wrongRoot = { ...message, rosterRoot: ZeroHash };
      expect(await refusalOf(api.share(first().sign(wrongRoot)))).to.equal("400 WrongRoot");
      const [neighbour] = Object.keys(message.sealed);
      const { [neighbour!]: _, ...fewer } = message.sealed;
      expect(await refusalOf(api.share(first().sign({ ...message, sealed: fewer })))).to.equal("400 WrongNeighbours");
      expect(await refusalOf(api.share(first().sign({ ...message, index: SIZE })))).to.equal("400 NoSuchDevice");

      await first().share();
      await first().share();
      const changed = { ...message, sealed: { ...message.sealed, [neighbour!]: `0x${"ab".repeat(146)}` } };
      expect(await refusalOf(api.share(first().sign(changed)))).to.equal("409 AlreadySaid");
      expect(await refusalOf(api.shares(opened.jobId, 0))).to.equal("404 NotThere");
    });

    it("takes no shares when the time for them is over", async () => {
      await toStage("sharing");
      const late = await first().shares();
      await all(devices.slice(1), "share");
      await endStage(stage, running);
      expect(await refusalOf(running.coordinator.devices.share(late))).to.equal("409 WrongStage");
    });
  });

  describe("while devices deliver", () => {
    it("takes exactly the vector that the receipt is for, at the price on chain", async () => {
      const { devices: api } = running.coordinator;
      await toStage("masking");
      const { message } = await first().input();
      const { receipt } = message.receipt;
      const bent = async (change: object) => {
        const changed = { ...receipt, ...change };
        const signature = await first().signReceipt(changed);
        return refusalOf(api.deliver(first().sign({ ...message, receipt: { receipt: changed, signature } })));
      };
      expect(await bent({ units: (BigInt(receipt.units) + 1n).toString() })).to.equal("400 WrongReceipt");
      expect(await bent({ rows: receipt.rows - 1 })).to.equal("400 WrongReceipt");
      expect(await bent({ outputHash: ZeroHash })).to.equal("400 WrongReceipt");
      expect(await bent({ contentRoot: ZeroHash })).to.equal("400 WrongReceipt");
      expect(await bent({ contribution: stage.providers[1]!.contribution })).to.equal("400 WrongReceipt");
      const short = { ...message, masked: message.masked.slice(0, 4) };
      expect(await refusalOf(api.deliver(first().sign(short)))).to.equal("400 Malformed");
      const signature = await devices[1]!.signReceipt(receipt);
      const foreign = { ...message, receipt: { receipt, signature } };
      expect(await refusalOf(api.deliver(first().sign(foreign)))).to.equal("403 NotSigned");
      expect(await refusalOf(first().deliver())).to.equal("accepted");
      expect(await refusalOf(first().deliver())).to.equal("accepted");
      const masked = `AAAA${message.masked.slice(4)}`;
      const changed = { ...receipt, outputHash: sha256(decodeBase64(masked)) };
      const other = { receipt: changed, signature: await first().signReceipt(changed) };
      const second = first().sign({ ...message, masked, receipt: other });
      expect(await refusalOf(api.deliver(second))).to.equal("409 AlreadySaid");
    });

    it("takes no vector of a device that did not share, and none that comes late", async () => {
      const { devices: api } = running.coordinator;
      await toStage("sharing");
      await all(devices.slice(1), "share");
      await endStage(stage, running);
      expect(await refusalOf(first().deliver())).to.equal("400 NotShared");
      const late = await devices[1]!.input();
      await all(devices.slice(2), "deliver");
      await endStage(stage, running);
      expect(await refusalOf(api.deliver(late))).to.equal("409 WrongStage");
      expect((await api.survivors(opened.jobId, 0)).delivered).to.equal(SIZE - 2);
    });
  });

  describe("while devices reveal", () => {
    it("takes no share of a device's other secret, and none for other survivors", async () => {
      const { devices: api } = running.coordinator;
      await toStage("masking");
      const shared = devices[6]!;
      await all(devices.slice(0, 6), "deliver");
      await endStage(stage, running);
      const { message } = await first().reveals();
      const gone = (await shared.place()).index;
      const near = Object.entries(message.reveals).find(([index]) => Number(index) !== gone);
      const other = (index: string | number, kind: "seed" | "key") => {
        const reveals = { ...message.reveals, [index]: { ...message.reveals[index]!, kind } };
        return refusalOf(api.reveal(first().sign({ ...message, reveals })));
      };
      expect(await other(near![0], "key")).to.equal("400 WrongReveal");
      expect(await other(gone, "seed")).to.equal("400 WrongReveal");
      const elsewhere = { ...message, survivorsRoot: `0x${"22".repeat(32)}` };
      expect(await refusalOf(api.reveal(first().sign(elsewhere)))).to.equal("400 WrongRoot");
      await first().reveal();
      await first().reveal();
      const { [near![0]]: _, ...fewer } = message.reveals;
      expect(await refusalOf(api.reveal(first().sign({ ...message, reveals: fewer })))).to.equal("409 AlreadySaid");
    });

    it("pins a wrong share on its sender, pays everybody else, and keeps the liar out of the next round", async () => {
      await toStage("unmasking");
      const liar = devices[3]!;
      const { message } = await liar.reveals();
      const wrong = Object.entries(message.reveals).map(([index, { kind, share }]) => {
        const last = share.endsWith("00") ? "01" : "00";
        return [index, { kind, share: `${share.slice(0, -2)}${last}` }];
      });
      await running.coordinator.devices.reveal(liar.sign({ ...message, reveals: Object.fromEntries(wrong) }));
      await all([...devices.slice(0, 3), ...devices.slice(4)], "reveal");
      await running.coordinator.tick();

      const { consumers } = running.coordinator;
      expect(await blamedOf(opened.jobId)).to.deep.equal([[stage.providers[3]!.address, "WrongShare"]]);
      const offer = await consumers.offer(opened.jobId, await addressOf(stage.world.consumer));
      expect(offer.result.sum).to.deep.equal(sumOf([...devices.keys()]));
      await endStage(stage, running);
      const { payouts } = await running.coordinator.devices.payouts(opened.jobId);
      expect(payouts.map(({ payout }) => payout.provider)).not.to.include(stage.providers[3]!.address);
      expect(payouts).to.have.length(SIZE - 1);

      const { devices: again } = await beginRound(stage, { running });
      expect(await refusalOf(again[3]!.enrol())).to.equal("403 Blamed");
      expect(await refusalOf(again[2]!.enrol())).to.equal("accepted");
    });

    it("keeps out of the next round who sealed noise and so spoiled this one, whom nothing else would name", async () => {
      await toStage("sharing");
      await sealNoise(devices[3]!, SIZE - 1);
      await all([...devices.slice(0, 3), ...devices.slice(4)], "share");
      for (const step of ["deliver", "reveal"] as const) {
        await endStage(stage, running);
        await all(devices, step);
      }
      await endStage(stage, running);
      const { stage: at, why } = await running.coordinator.devices.job(opened.jobId);
      expect([at, why]).to.deep.equal([
        "failed",
        `too few neighbours answered for the secrets of devices ${await place(3)}`,
      ]);
      expect(await blamedOf(opened.jobId)).to.deep.equal([[stage.providers[3]!.address, "Unopened"]]);
      const { devices: again } = await beginRound(stage, { running });
      expect(await refusalOf(again[3]!.enrol())).to.equal("403 Blamed");
      expect(await refusalOf(again[2]!.enrol())).to.equal("accepted");
    });

    it("pays whom it suspects, as long as there is no proof", async () => {
      await toStage("sharing");
      await sealNoise(devices[3]!, 2); // one of seven may collude
      await all([...devices.slice(0, 3), ...devices.slice(4)], "share");
      for (const step of ["deliver", "reveal"] as const) {
        await endStage(stage, running);
        await all(devices, step);
      }
      await endStage(stage, running);
      await endStage(stage, running);
      expect(await blamedOf(opened.jobId)).to.deep.equal([[stage.providers[3]!.address, "Unopened"]]);
      const payouts = await running.coordinator.devices.payouts(opened.jobId);
      expect(payouts.payouts).to.have.length(SIZE);
      const { faults } = await verifyBill(stage.world.stranger, { job: opened.job, task: TASK, payouts });
      expect(faults).to.deep.equal([]);
    });

    it("fails with its reason when too few reveal, and settles nothing", async () => {
      await toStage("unmasking");
      await all(devices.slice(0, 2), "reveal");
      await endStage(stage, running);
      const { stage: at, why } = await running.coordinator.devices.job(opened.jobId);
      expect(at).to.equal("failed");
      expect(why).to.match(/too few neighbours answered/);
      const { phase } = await compute.status(stage.world.stranger, { jobId: opened.jobId });
      expect(phase).to.equal("Open"); // the consumer's refund after the deadline is the chain's to give
    });
  });

  describe("at the end", () => {
    it("shows the result to its consumer alone, and takes that one's consent alone", async () => {
      await toStage("offered");
      const { consumers } = running.coordinator;
      const { jobId, job } = opened;
      expect(await refusalOf(consumers.offer(jobId, await addressOf(stage.world.stranger)))).to.equal("403 NotYours");
      const { settlement: said } = await consumers.offer(jobId, job.consumer);
      const settlement = { ...said, units: BigInt(said.units) };
      const forged = await compute.signConsent(stage.world.stranger, { job, settlement });
      expect(await refusalOf(consumers.consent(jobId, forged))).to.equal("403 NotSigned");
      const less = { ...settlement, units: settlement.units - 1n };
      const other = await compute.signConsent(stage.world.consumer, { job, settlement: less });
      expect(await refusalOf(consumers.consent(jobId, other))).to.equal("403 NotSigned");
      expect(await refusalOf(consumers.payouts(jobId))).to.equal("404 NotThere");
      await consumers.consent(jobId, await compute.signConsent(stage.world.consumer, { job, settlement }));
      await running.coordinator.tick();
      await running.coordinator.tick();
      expect(await refusalOf(consumers.consent(jobId, other))).to.equal("409 TooLate");
    });
  });
}).timeout(30_000);
