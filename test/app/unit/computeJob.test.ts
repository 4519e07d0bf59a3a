import { expect } from "chai";
import { ZeroAddress, ZeroHash } from "ethers";
import type { JobStatus } from "#sdk/actions/compute/status.ts";
import { verifyPayout, payoutRoot } from "#sdk/math/sumTree.ts";
import type { PayoutsAnswer } from "#sdk/rounds/answers.ts";
import type { Job, JobPhase } from "#sdk/types/Job.ts";
import { stageOf } from "../../../app/screens/compute/history/standsAs.ts";
import { canHaveResult } from "../../../app/screens/compute/job/canHaveResult.ts";
import { CLAIM_PERIOD, isDisputable, refundDue } from "../../../app/screens/compute/job/refundDue.ts";
import { stepsOf, type StepsParams } from "../../../app/screens/compute/job/stepsOf.ts";
import { createKept } from "../../../app/screens/compute/kept/createKept.ts";
import type { KeptTask } from "../../../app/screens/compute/kept/Kept.ts";
import { waitingFor } from "../../../app/screens/compute/payouts/waitingFor.ts";
import { plainFault } from "../../../app/intents/plainFault.ts";
import { CoordinatorError } from "#sdk/rounds/CoordinatorError.ts";

const JOB: Job = {
  pool: ZeroAddress,
  token: ZeroAddress,
  openedAt: 1_000n,
  unitPrice: 10n,
  unitData: 18n,
  unitBurn: 2n,
  consumer: ZeroAddress,
  coordinator: ZeroAddress,
  program: ZeroHash,
  maxUnits: 100n,
  minCohort: 3n,
  epsilon: 0n,
  deadline: 5_000n,
  coordinatorFee: 7n,
  attesterSet: ZeroHash,
  arbiter: ZeroAddress,
  salt: ZeroHash,
};

const statusAs = (phase: JobPhase, changes: Partial<JobStatus> = {}): JobStatus => ({
  phase,
  units: 0n,
  takenUnits: 0n,
  until: 0n,
  payoutRoot: ZeroHash,
  feePaid: false,
  unusedReturned: false,
  restReturned: false,
  ...changes,
});

describe("A refund", () => {
  it("of an open job is everything, from the second after the deadline", () => {
    expect(refundDue(JOB, statusAs("Open"), 5_000n)).to.equal(undefined);
    expect(refundDue(JOB, statusAs("Open"), 5_001n)).to.deep.equal({ why: "timeout", base: 1_007n, data: 2_000n });
  });

  it("of a settled job is what was not used, once it is final", () => {
    const status = statusAs("Settled", { units: 60n, until: 9_000n });
    expect(refundDue(JOB, status, 8_999n)).to.equal(undefined);
    expect(refundDue(JOB, status, 9_000n)).to.deep.equal({ why: "unused", base: 400n, data: 800n });
    expect(refundDue(JOB, { ...status, unusedReturned: true }, 9_000n)).to.equal(undefined);
  });

  it("holds the coordinator's fee as well where it was overruled", () => {
    const status = statusAs("Overruled", { units: 60n, until: 9_000n });
    expect(refundDue(JOB, status, 9_000n)).to.deep.equal({ why: "unused", base: 407n, data: 800n });
  });

  it("gives what providers left when they may claim no more", () => {
    const status = statusAs("Settled", { units: 60n, takenUnits: 50n, until: 9_000n, unusedReturned: true });
    expect(refundDue(JOB, status, 9_000n + CLAIM_PERIOD - 1n)).to.equal(undefined);
    const rest = { why: "unclaimed", base: 100n, data: 180n };
    expect(refundDue(JOB, status, 9_000n + CLAIM_PERIOD)).to.deep.equal(rest);
    expect(refundDue(JOB, { ...status, restReturned: true }, 9_000n + CLAIM_PERIOD)).to.equal(undefined);
    const both = refundDue(JOB, { ...status, unusedReturned: false }, 9_000n + CLAIM_PERIOD);
    expect(both).to.deep.equal({ why: "unused", base: 500n, data: 980n });
  });

  it("of a dispute that nobody ruled on, or that the consumer won, is everything", () => {
    const status = statusAs("Disputed", { units: 60n, until: 9_000n });
    expect(refundDue(JOB, status, 8_999n)).to.equal(undefined);
    expect(refundDue(JOB, status, 9_000n)).to.deep.include({ why: "void", base: 1_007n });
    expect(refundDue(JOB, statusAs("Void"), 0n)).to.deep.include({ why: "void", data: 2_000n });
    expect(refundDue(JOB, statusAs("Refunded"), 10n ** 12n)).to.equal(undefined);
  });

  it("excludes a dispute: no moment allows both", () => {
    const status = statusAs("Settled", { units: 60n, until: 9_000n });
    expect([isDisputable(status, 8_999n), refundDue(JOB, status, 8_999n)]).to.deep.equal([true, undefined]);
    expect(isDisputable(status, 9_000n)).to.equal(false);
    expect(isDisputable(statusAs("Open"), 0n)).to.equal(false);
  });
});

describe("The steps of a job", () => {
  const NONE = { roster: false, survivors: false };
  const steps = (changes: Partial<StepsParams>) =>
    stepsOf({
      status: statusAs("Open"),
      roots: NONE,
      settled: undefined,
      isHandedIn: false,
      view: undefined,
      ...changes,
    });
  const states = (changes: Partial<StepsParams>) =>
    steps(changes)
      .map(({ state }) => state.slice(0, 1))
      .join("");

  it("begin with the payment, and go on with the coordinator", () => {
    expect(states({})).to.equal("dnaaaaaa");
    expect(states({ isHandedIn: true })).to.equal("ddnaaaaa");
    expect(states({ isHandedIn: true, view: { stage: "masking", enrolled: 56 } })).to.equal("ddddnaaa");
    expect(steps({ view: { stage: "sharing", enrolled: 56 } })[2]?.detail).to.equal("56 devices");
  });

  it("believe the chain before a coordinator that lags or is silent", () => {
    expect(states({ roots: { roster: true, survivors: true } })).to.equal("dddddnaa");
    const view = { stage: "enrolling", enrolled: 1 } as const;
    expect(states({ roots: { roster: true, survivors: false }, view })).to.equal("dddnaaaa");
  });

  it("end with the settlement and the refund", () => {
    const settled = { resultDigest: ZeroHash, consented: true };
    expect(states({ status: statusAs("Settled"), settled })).to.equal("dddddddn");
    expect(states({ status: statusAs("Settled", { unusedReturned: true }), settled })).to.equal("dddddddd");
    expect(steps({ status: statusAs("Settled"), settled })[6]?.detail).to.equal("with your consent");
  });

  it("say where a round failed, and why", () => {
    const failed = steps({ view: { stage: "failed", enrolled: 3, why: "too few devices" } });
    expect(failed.find(({ state }) => state === "failed")?.detail).to.equal("The round failed: too few devices");
    expect(states({ status: statusAs("Disputed") })).to.contain("f");
  });

  it("leave out what never happened when everything came back", () => {
    expect(states({ status: statusAs("Refunded"), isHandedIn: true })).to.equal("ddsssssd");
  });
});

describe("A result", () => {
  it("may be there from the unmasking on, and after the settlement", () => {
    expect(canHaveResult("Open", undefined)).to.equal(false);
    expect(canHaveResult("Open", { stage: "masking" })).to.equal(false);
    expect(canHaveResult("Open", { stage: "unmasking" })).to.equal(true);
    expect(canHaveResult("Settled", undefined)).to.equal(true);
    expect(canHaveResult("Refunded", undefined)).to.equal(false);
  });
});

describe("A past job", () => {
  it("stands where time alone has brought it", () => {
    const at = (phase: JobPhase, now: bigint) => stageOf({ phase, until: 9_000n, deadline: 5_000n }, now);
    expect([at("Open", 5_000n), at("Open", 5_001n)]).to.deep.equal(["open", "expired"]);
    expect([at("Settled", 8_999n), at("Settled", 9_000n)]).to.deep.equal(["challenge", "final"]);
    expect([at("Disputed", 8_999n), at("Disputed", 9_000n)]).to.deep.equal(["disputed", "unruled"]);
    expect([at("Overruled", 0n), at("Void", 0n), at("Refunded", 0n)]).to.deep.equal(["final", "void", "refunded"]);
  });
});

describe("What a browser keeps of jobs", () => {
  const shelf = (text: string | null = null) => {
    const texts = new Map(text === null ? [] : [["jobs", text]]);
    return {
      getItem: (name: string) => texts.get(name) ?? null,
      setItem: (name: string, value: string) => void texts.set(name, value),
    };
  };
  const TASK = { coordinatorUrl: "https://coordinator" } as unknown as KeptTask;

  it("is there after a reload", () => {
    const place = shelf();
    const store = createKept(place, "jobs");
    store.keepTask("0xa", TASK);
    store.keepJob("0xb", { isHandedIn: true });
    expect(createKept(place, "jobs").all()).to.deep.equal({
      tasks: { "0xa": TASK },
      jobs: { "0xb": { isHandedIn: true } },
    });
    expect(createKept(place, "other chain").all()).to.deep.equal({ tasks: {}, jobs: {} });
  });

  it("holds what another tab kept meanwhile", () => {
    const place = shelf();
    const [here, there] = [createKept(place, "jobs"), createKept(place, "jobs")];
    there.keepTask("0xa", TASK);
    here.keepJob("0xb", { isHandedIn: true });
    expect(Object.keys(here.all().tasks)).to.deep.equal(["0xa"]);
  });

  it("counts as nothing where it was damaged", () => {
    for (const text of ["{", "null", "[]", '{"tasks":null,"jobs":{}}', "7"]) {
      expect(createKept(shelf(text), "jobs").all()).to.deep.equal({ tasks: {}, jobs: {} });
    }
  });
});

describe("Payouts that wait", () => {
  const [alice, bob] = [`0x${"aa".repeat(20)}`, `0x${"bb".repeat(20)}`];
  const leaf = (index: number, provider: string) => ({
    payout: { index, provider, contribution: `0x${`0${index}`.repeat(32)}`, units: "5" },
    receipt: {},
  });
  const payouts = {
    jobId: ZeroHash,
    payouts: [leaf(0, alice), leaf(1, bob), leaf(2, alice)],
  } as unknown as PayoutsAnswer;

  it("are the provider's own that were not paid, each with a proof that holds", () => {
    const waiting = waitingFor({ job: JOB, payouts, provider: alice, claimed: new Set([0]) });
    expect(waiting.map(({ payout }) => payout.index)).to.deep.equal([2]);
    const root = payoutRoot(payouts.payouts.map(({ payout }) => ({ ...payout, units: BigInt(payout.units) })));
    expect(waiting.every(({ payout, proof }) => verifyPayout(root, payout, proof))).to.equal(true);
  });

  it("are none for a stranger, and none when all were paid", () => {
    expect(waitingFor({ job: JOB, payouts, provider: ZeroAddress, claimed: new Set() })).to.deep.equal([]);
    expect(waitingFor({ job: JOB, payouts, provider: bob, claimed: new Set([1]) })).to.deep.equal([]);
  });
});

describe("A fault", () => {
  it("of a coordinator is told in its own words", () => {
    const refused = new CoordinatorError({
      status: 404,
      code: "NotThere",
      fault: "There is no result yet",
      remedy: "Wait",
    });
    expect(plainFault(refused)).to.include({ message: "There is no result yet", remedy: "Wait" });
    const few = { fault: "a cohort of 2 hides nobody", remedy: "Wait for 3 devices" };
    expect(plainFault(few).message, "as a sentence").to.equal("A cohort of 2 hides nobody");
    expect(plainFault(new Error("odd"))).to.have.property("name", "Unknown");
  });
});
