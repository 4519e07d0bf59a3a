import { expect } from "chai";
import { type ContractTransactionResponse, id, MaxUint256, parseEther, ZeroHash } from "ethers";
import { compute, type Job, JOB_CONSENT_TYPES, RULING_TYPES } from "#sdk";
import type { ComputeBilling } from "#types";
import type { JobRequestStruct, SettlementStruct } from "../../typechain-types/ComputeBilling.ts";
import { selfPermit } from "../fixtures/permit.ts";
import { DAY, domainOf, networkHelpers, system, time, type System } from "../fixtures/system.ts";
import { type Leaf, sumTree } from "../reference/sumTree.ts";

const UNITS = 10_000n;

/** A dataset whose market has a price, two providers (alice, bob) and a consumer (carol) with both tokens. */
async function dataset(on: System, { young = false } = {}) {
  const launched = await on.launch();
  const { token, pair, pool } = launched;
  const first = await on.contribute(pool, { provider: on.alice.address });
  const second = await on.contribute(pool, { provider: on.bob.address });
  if (!young) await time.increase(DAY);
  await pair.connect(on.carol).swapExactIn(on.alita, parseEther("1000"), 0, on.carol, MaxUint256);
  await on.alita.connect(on.carol).approve(on.billing, MaxUint256);
  await token.connect(on.carol).approve(on.billing, MaxUint256);
  const tags = [first.contentTag as string, second.contentTag as string] as const;
  return { ...launched, tags };
}

const market = async () => {
  const on = await system();
  return { ...on, ...(await dataset(on)) };
};
type Market = Awaited<ReturnType<typeof market>>;

let salts = 0;
async function request(on: Market, overrides: Partial<JobRequestStruct> = {}): Promise<JobRequestStruct> {
  return {
    pool: await on.pool.getAddress(),
    coordinator: on.stranger.address,
    program: id("program"),
    maxUnits: UNITS,
    minCohort: 2,
    epsilon: parseEther("0.01"),
    deadline: (await time.latest()) + 2 * DAY,
    coordinatorFee: parseEther("1"),
    maxBase: parseEther("100"),
    maxData: parseEther("100"),
    salt: id(`salt ${++salts}`),
    ...overrides,
  };
}

/** The job that a transaction opened, as its event tells it. */
async function opened(billing: ComputeBilling, sent: Promise<ContractTransactionResponse>) {
  const receipt = (await (await sent).wait())!;
  const event = receipt.logs.map((log) => billing.interface.parseLog(log)).find((found) => found?.name === "OpenJob")!;
  const job = event.args.job.toObject() as Job;
  return { job, jobId: event.args.jobId as string, event: event.args };
}

const open = async (on: Market, overrides: Partial<JobRequestStruct> = {}) =>
  opened(on.billing, on.billing.connect(on.carol).openJob(await request(on, overrides)));

const consent = async (on: Market, jobId: string, settlement: SettlementStruct) =>
  on.carol.signTypedData(await domainOf(on.billing), JOB_CONSENT_TYPES, { jobId, ...settlement });

/** alice and bob each half of the leaves, `each` units a leaf. */
const leavesOf = (on: Market, count: number, each: bigint): Leaf[] =>
  Array.from({ length: count }, (_, index) => ({
    index,
    provider: [on.alice.address, on.bob.address][index % 2]!,
    contribution: on.tags[index % 2]!,
    units: each,
  }));

async function settle(on: Market, opening: { job: Job; jobId: string }, leaves: Leaf[], consented = true) {
  const tree = sumTree(leaves);
  const settlement = { units: tree.total, resultDigest: id("result"), payoutRoot: tree.root };
  const signature = consented ? await consent(on, opening.jobId, settlement) : "0x";
  const sent = await on.billing.connect(on.stranger).settle(opening.job, settlement, signature);
  return { tree, settlement, gas: (await sent.wait())!.gasUsed };
}

describe("ComputeBilling, as a client meets it", () => {
  const start = () => networkHelpers.loadFixture(market);

  it("prices both legs by units and the pair's average", async () => {
    const on = await start();
    const price = await on.pair.consult();
    const { job } = await open(on);
    expect(job.unitPrice).to.equal(parseEther("0.001"));
    expect(job.unitData + job.unitBurn).to.be.closeTo((job.unitPrice << 128n) / price, parseEther("0.000001"));
    expect(job.unitBurn).to.equal((job.unitData + job.unitBurn) / 10n);
    expect(await on.alita.balanceOf(on.billing)).to.equal(UNITS * job.unitPrice + parseEther("1"));
    expect(await on.token.balanceOf(on.billing)).to.equal(UNITS * (job.unitData + job.unitBurn));
  });

  it("quotes what opening takes", async () => {
    const on = await start();
    const [base, data, alone] = await on.billing.quote(on.pool, UNITS, parseEther("1"));
    const { event, job } = await open(on);
    expect(event.basePaid).to.equal(base);
    expect(UNITS * (job.unitData + job.unitBurn)).to.be.closeTo(data, data / 1_000n, "the average moves by the second");
    expect(alone).to.be.greaterThan(base);
  });

  it("plays a whole job: open, settle, claim, fee, refund, and keeps nothing", async () => {
    const on = await start();
    const opening = await open(on);
    const leaves = leavesOf(on, 5, 1_000n);
    const { tree } = await settle(on, opening, leaves);
    const supply = await on.token.totalSupply();
    for (const leaf of leaves) await on.billing.claim(compute.payTermsOf(opening.job), leaf, tree.proof(leaf.index));
    await on.billing.claimFee(opening.job);
    await on.billing.refund(opening.job);
    await time.increase(180 * DAY);
    await on.billing.refund(opening.job);
    expect(await on.alita.balanceOf(on.billing)).to.equal(0n, "BILL-1");
    expect(await on.token.balanceOf(on.billing)).to.equal(0n, "BILL-1");
    expect(supply - (await on.token.totalSupply())).to.equal(5_000n * opening.job.unitBurn, "a tenth is burned");
  });

  it("opens with ALITA alone and pays the pair from the consumer", async () => {
    const on = await start();
    const data = await on.token.balanceOf(on.carol);
    const [, , alone] = await on.billing.quote(on.pool, UNITS, parseEther("1"));
    const maxBase = alone + alone / 1_000n;
    const opening = await opened(
      on.billing,
      on.billing.connect(on.carol).openJobWithBase(await request(on, { maxBase })),
    );
    expect(opening.event.basePaid).to.be.at.most(maxBase, "BILL-2");
    expect(await on.token.balanceOf(on.carol)).to.equal(data);
    expect(await on.token.balanceOf(on.billing)).to.equal(UNITS * (opening.job.unitData + opening.job.unitBurn));
  });

  it("needs no approval with two permits, even when somebody used them first", async () => {
    const on = await start();
    await on.alita.connect(on.carol).approve(on.billing, 0);
    await on.token.connect(on.carol).approve(on.billing, 0);
    const base = await selfPermit(on.alita, on.carol, on.billing, parseEther("11"));
    const data = await selfPermit(on.token, on.carol, on.billing, parseEther("100"));
    const [, ...handed] = base;
    await on.alita["permit"](on.carol, on.billing, ...handed);
    const { interface: billing } = on.billing;
    const calls = [
      billing.encodeFunctionData("selfPermit", [...base]),
      billing.encodeFunctionData("selfPermit", [...data]),
      billing.encodeFunctionData("openJob", [await request(on)]),
    ];
    await opened(on.billing, on.billing.connect(on.carol).multicall(calls));
  });

  it("refuses a pair that is too young for a price", async () => {
    const on = await system();
    const young = { ...on, ...(await dataset(on, { young: true })) };
    await expect(open(young)).to.be.revertedWithCustomError(young.pair, "OracleTooYoung");
  });

  it("refuses a pool that the factory does not know, by name", async () => {
    const on = await start();
    await expect(open(on, { pool: on.stranger.address }))
      .to.be.revertedWithCustomError(on.billing, "UnknownPool")
      .withArgs(on.stranger.address);
  });

  it("refuses a pool that is delisted", async () => {
    const on = await start();
    await on.pool.setListed(false);
    await expect(open(on)).to.be.revertedWithCustomError(on.billing, "PoolNotOpen");
  });

  it("pays a contribution revoked after the opening, and none revoked before", async () => {
    const on = await start();
    const before = await open(on);
    await on.pool.connect(on.alice).revoke(on.tags[0]);
    const leaves = leavesOf(on, 1, 1_000n);
    const { tree } = await settle(on, before, leaves);
    await on.billing.claim(compute.payTermsOf(before.job), leaves[0]!, tree.proof(0));

    const after = await open(on, { minCohort: 1 });
    await settle(on, after, leaves);
    await expect(
      on.billing.claim(compute.payTermsOf(after.job), leaves[0]!, tree.proof(0)),
    ).to.be.revertedWithCustomError(on.billing, "RevokedBeforeOpening");
  });

  it("lets the attesters overrule a settlement", async () => {
    const on = await start();
    const opening = await open(on);
    await settle(on, opening, leavesOf(on, 4, 2_500n), false);
    await on.billing.connect(on.carol).dispute(opening.job);

    const honest = leavesOf(on, 2, 500n);
    const tree = sumTree(honest);
    const deadline = (await time.latest()) + DAY;
    const ruling = { jobId: opening.jobId, units: 1_000n, payoutRoot: tree.root, deadline };
    const signatures = await Promise.all(
      on.attesters.slice(0, 2).map(async (attester) => ({
        attester: attester.address,
        signature: await attester.signTypedData(await domainOf(on.billing), RULING_TYPES, ruling),
      })),
    );
    await on.billing.connect(on.alice).resolve(opening.job, ruling, on.set, signatures);
    await on.billing.claim(compute.payTermsOf(opening.job), honest[1]!, tree.proof(1));
    const { units, takenUnits } = await on.billing.statusOf(opening.jobId);
    expect([units, takenUnits]).to.deep.equal([1_000n, 500n]);
    await expect(on.billing.claimFee(opening.job)).to.be.revertedWithCustomError(on.billing, "WrongPhase");
  });

  it("refunds everything when the coordinator keeps silent", async () => {
    const on = await start();
    const before = await on.alita.balanceOf(on.carol);
    const opening = await open(on);
    await time.increase(2 * DAY + 1);
    await on.billing.refund(opening.job);
    expect(await on.alita.balanceOf(on.carol)).to.equal(before);
    await expect(
      on.billing
        .connect(on.stranger)
        .settle(opening.job, { units: 0, resultDigest: ZeroHash, payoutRoot: ZeroHash }, "0x"),
    ).to.be.revertedWithCustomError(on.billing, "WrongPhase");
  });

  it("knows no job whose terms are altered, at any door", async () => {
    const on = await start();
    const { job } = await open(on);
    const altered = { ...job, salt: id("altered") };
    const terms = compute.payTermsOf(altered);
    const payout = { index: 0, provider: on.alice.address, contribution: on.tags[0], units: 1n };
    const ruling = {
      jobId: compute.jobId(altered),
      units: 0n,
      payoutRoot: ZeroHash,
      deadline: MaxUint256 >> 216n,
    };
    const doors = [
      () => on.billing.connect(on.carol).dispute(altered),
      () => on.billing.resolve(altered, ruling, on.set, []),
      () => on.billing.claim(terms, payout, "0x"),
      () => on.billing.claimMany([{ terms, payout, proof: "0x" }]),
      () => on.billing.claimFee(altered),
      () => on.billing.refund(altered),
    ];
    for (const door of doors) {
      await expect(door()).to.be.revertedWithCustomError(on.billing, "UnknownJob").withArgs(ruling.jobId);
    }
  });

  it("settles at the same price for 10 providers as for 1,024", async () => {
    const on = await start();
    const few = await settle(on, await open(on), leavesOf(on, 10, 9n));
    const many = await settle(on, await open(on), leavesOf(on, 1_024, 9n));
    // the same but for the zero bytes among those of roots, salts and signatures
    expect(many.gas).to.be.closeTo(few.gas, 200n);
  });
});
