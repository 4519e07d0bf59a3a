import { expect } from "chai";
import { type ContractTransactionResponse, id, MaxUint256, parseEther, ZeroHash } from "ethers";
import { compute, type Job, JOB_CONSENT_TYPES, RULING_TYPES } from "#sdk";
import type { ComputeBilling } from "#types";
import type { JobRequestStruct, JobStruct, SettlementStruct } from "../../typechain-types/ComputeBilling.ts";
import { signPermit } from "../fixtures/permit.ts";
import { DAY, domainOf, networkHelpers, NO_PERMIT, system, time, type System } from "../fixtures/system.ts";
import { type Leaf, sumTree } from "../reference/sumTree.ts";

const UNITS = 10_000n;
/** Gas of whole transactions that no change may exceed unnoticed. */
const GAS_LIMITS = {
  openJob: 147_000n,
  settle: 66_500n,
  claimLater: 107_500n,
  claimManyExtra: 46_000n,
  wholeJob: 354_000n,
  claimFee: 69_000n,
  refund: 81_000n,
};
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
  const job = event.args.job.toObject() as JobStruct;
  return { job, jobId: event.args.jobId as string, event: event.args, gas: receipt.gasUsed };
}

const open = async (on: Market, overrides: Partial<JobRequestStruct> = {}) =>
  opened(on.billing, on.billing.connect(on.carol).openJob(await request(on, overrides), NO_PERMIT, NO_PERMIT));

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

async function settle(on: Market, opening: { job: JobStruct; jobId: string }, leaves: Leaf[], consented = true) {
  const tree = sumTree(leaves);
  const settlement = { units: tree.total, resultDigest: id("result"), payoutRoot: tree.root };
  const signature = consented ? await consent(on, opening.jobId, settlement) : "0x";
  const sent = await on.billing.connect(on.stranger).settle(opening.job, settlement, signature);
  return { tree, settlement, gas: (await sent.wait())!.gasUsed };
}

const gasOf = async (sent: Promise<ContractTransactionResponse>) => (await (await sent).wait())!.gasUsed;

describe("ComputeBilling, as a client meets it", () => {
  const start = () => networkHelpers.loadFixture(market);

  it("prices both legs by units and the pair's average", async () => {
    const on = await start();
    const price = await on.pair.consult();
    const { job, event } = await open(on);
    const cost = UNITS * parseEther("0.001");
    expect(event.baseEscrow).to.equal(cost + parseEther("1"));
    expect(job.dataEscrow).to.be.closeTo((cost << 128n) / price, parseEther("0.01"));
  });

  it("quotes what opening takes", async () => {
    const on = await start();
    const [base, data, alone] = await on.billing.quote(on.pool, UNITS, parseEther("1"));
    const { event, job } = await open(on);
    expect(event.basePaid).to.equal(base);
    expect(job.dataEscrow).to.be.closeTo(data, data / 1_000n, "the average moves by the second");
    expect(alone).to.be.greaterThan(base);
  });

  it("plays a whole job: open, settle, claim, fee, refund, and keeps nothing", async () => {
    const on = await start();
    const opening = await open(on);
    const leaves = leavesOf(on, 5, 1_000n);
    const { tree } = await settle(on, opening, leaves);
    const supply = await on.token.totalSupply();
    for (const leaf of leaves) await on.billing.claim(opening.job, leaf, tree.proof(leaf.index));
    await on.billing.claimFee(opening.job);
    await on.billing.refund(opening.job);
    await time.increase(180 * DAY);
    await on.billing.refund(opening.job);
    expect(await on.alita.balanceOf(on.billing)).to.equal(0n, "BILL-1");
    expect(await on.token.balanceOf(on.billing)).to.equal(0n, "BILL-1");
    const charged = ((opening.job.dataEscrow as bigint) + 1n) / 2n;
    expect(supply - (await on.token.totalSupply())).to.equal(charged / 10n, "a tenth is burned");
  });

  it("opens with ALITA alone and pays the pair from the consumer", async () => {
    const on = await start();
    const data = await on.token.balanceOf(on.carol);
    const [, , alone] = await on.billing.quote(on.pool, UNITS, parseEther("1"));
    const maxBase = alone + alone / 1_000n;
    const opening = await opened(
      on.billing,
      on.billing.connect(on.carol).openJobWithBase(await request(on, { maxBase }), NO_PERMIT),
    );
    expect(opening.event.basePaid).to.be.at.most(maxBase, "BILL-2");
    expect(await on.token.balanceOf(on.carol)).to.equal(data);
    expect(await on.token.balanceOf(on.billing)).to.equal(opening.job.dataEscrow);
  });

  it("needs no approval with two permits, also when somebody used them first", async () => {
    const on = await start();
    await on.alita.connect(on.carol).approve(on.billing, 0);
    await on.token.connect(on.carol).approve(on.billing, 0);
    const spender = await on.billing.getAddress();
    const base = await signPermit(on.alita, on.carol, spender, parseEther("11"));
    const data = await signPermit(on.token, on.carol, spender, parseEther("100"));
    await on.alita["permit"](on.carol, spender, base.value, base.deadline, base.v, base.r, base.s);
    await opened(on.billing, on.billing.connect(on.carol).openJob(await request(on), base, data));
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
    await on.billing.claim(before.job, leaves[0]!, tree.proof(0));

    const after = await open(on, { minCohort: 1 });
    await settle(on, after, leaves);
    await expect(on.billing.claim(after.job, leaves[0]!, tree.proof(0))).to.be.revertedWithCustomError(
      on.billing,
      "RevokedBeforeOpening",
    );
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
    await on.billing.claim(opening.job, honest[1]!, tree.proof(1));
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
    const payout = { index: 0, provider: on.alice.address, contribution: on.tags[0], units: 1n };
    const ruling = {
      jobId: compute.jobId(altered as Job),
      units: 0n,
      payoutRoot: ZeroHash,
      deadline: MaxUint256 >> 216n,
    };
    const doors = [
      () => on.billing.connect(on.carol).dispute(altered),
      () => on.billing.resolve(altered, ruling, on.set, []),
      () => on.billing.claim(altered, payout, []),
      () => on.billing.claimMany([{ job: altered, payout, proof: [] }]),
      () => on.billing.claimFee(altered),
      () => on.billing.refund(altered),
    ];
    for (const door of doors) {
      await expect(door()).to.be.revertedWithCustomError(on.billing, "UnknownJob").withArgs(ruling.jobId);
    }
  });

  it("stays within its gas goals, the same for 10 providers as for 1,024", async () => {
    const on = await start();
    await open(on);
    const opening = await open(on);
    const small = await settle(on, await open(on), leavesOf(on, 10, 9n));
    const leaves = leavesOf(on, 1_024, 9n);
    const { tree, gas } = await settle(on, opening, leaves);
    const claim = (index: number) => gasOf(on.billing.claim(opening.job, leaves[index]!, tree.proof(index)));
    const first = await claim(1);
    await claim(0);
    const later = await claim(2);

    const jobs = [];
    for (let i = 0; i < 3; ++i) {
      const next = await open(on);
      await settle(on, next, leaves);
      await on.billing.claim(next.job, leaves[1]!, tree.proof(1)); // others claimed before
      jobs.push({ job: next.job, payout: leaves[4]!, proof: tree.proof(4) });
    }
    const one = await gasOf(on.billing.claimMany(jobs.slice(0, 1)));
    const two = await gasOf(on.billing.claimMany(jobs.slice(1)));

    // What one sees here is mostly other contracts: of openJob's gas 77k are the pool, its pair and two tokens; of a
    // claim's 45k are the pool and two tokens, 34k the transaction and its calldata.
    const measured = {
      openJob: opening.gas,
      settle: gas,
      claimLater: later,
      claimManyExtra: two - one,
      wholeJob: opening.gas + gas + first,
      claimFee: await gasOf(on.billing.claimFee(opening.job)),
      refund: await gasOf(on.billing.refund(opening.job)),
    };
    expect(gas).to.be.closeTo(small.gas, 200n, "settling is flat");
    for (const [what, most] of Object.entries(GAS_LIMITS)) {
      expect(measured[what as keyof typeof measured], what).to.be.at.most(most);
    }
    if (process.env.SHOW_GAS !== undefined) console.log(measured);
  });
});
