import { expect } from "chai";
import { id, parseEther, ZeroHash } from "ethers";
import { compute, dataset, market, now, pool } from "#sdk";
import { addressOf, DAY, sdkWorld } from "../fixtures/sdk.ts";

type World = Awaited<ReturnType<typeof sdkWorld>>;

describe("the SDK in every kind of pool", function sdkPools() {
  this.timeout(120_000);
  let world: World;

  before(async () => {
    world = await sdkWorld();
  });

  describe("with staking, where providers hold enough to be asked", () => {
    let own: Awaited<ReturnType<World["launch"]>>;
    let parts: string[];
    const offer = async (salt: string) => ({
      buyer: await addressOf(world.consumer),
      price: parseEther("3"),
      duration: DAY,
      voteBudget: parseEther("2"),
      expiry: (await now(world.maker)) + 2n * DAY,
      salt,
    });

    before(async () => {
      own = await world.launch({ pool: { allocation: parseEther("200"), challengeWindow: 60n } });
      const providers = [world.alice, world.bob];
      parts = [];
      for (const provider of providers) {
        const { contribution } = await world.contribute(provider, own.pool, {}, 10_000n);
        parts.push(contribution.contentTag);
      }
      await world.time.increase(61n);
      for (const [index, provider] of providers.entries()) {
        await pool.claim(provider, { pool: own.pool, contentTags: [parts[index]!], toStake: parseEther("100") });
      }
    });

    it("votes an offer through, and shares the budget among the voters", async () => {
      const proposal = await offer(id("first"));
      const { result } = await pool.proposePrice(world.maker, { pool: own.pool, proposal });
      expect(result.ballot.needed).to.equal(parseEther("40") + 1n);
      const [open] = await pool.proposals(world.alice, own);
      expect(open).to.deep.include({ id: result.id, state: "live", needed: parseEther("40") + 1n, proposal });

      await pool.vote(world.alice, { pool: own.pool, id: result.id, support: true });
      await pool.vote(world.bob, { pool: own.pool, id: result.id, support: false });
      expect((await pool.proposals(world.alice, own))[0]).to.include({ state: "passed", cast: parseEther("200") });
      await pool.accept(world.consumer, { pool: own.pool, proposal });
      for (const voter of [world.alice, world.bob]) {
        const { result: share } = await pool.claimVoteRewards(voter, { pool: own.pool, ids: [result.id] });
        expect(share.amount).to.equal(parseEther("1"));
      }
    });

    it("lets the buyer reject and the maker cancel", async () => {
      const [one, two] = [await offer(id("one")), await offer(id("two"))];
      for (const proposal of [one, two]) await pool.proposePrice(world.maker, { pool: own.pool, proposal });
      await pool.reject(world.consumer, { pool: own.pool, proposal: one });
      await pool.cancel(world.maker, { pool: own.pool, id: pool.proposalId(two) });
      const states = (await pool.proposals(world.alice, own)).map(({ state }) => state);
      expect(states).to.deep.equal(["closed", "closed", "closed"]);
    });

    it("pays an update what the quote says, and shows its copy as a duplicate", async () => {
      await market.buy(world.maker, { dataset: own, amountOut: parseEther("100") });
      await pool.topUp(world.maker, { pool: own.pool, amount: parseEther("100") });
      const provider = await addressOf(world.alice);
      const update = {
        contribution: { provider, parent: parts[0]! },
        assessment: { quality: 8_000n, novelty: 10_000n },
      };
      const reward = await pool.quoteContribute(world.alice, { pool: own.pool, ...update });
      expect(reward).to.equal(parseEther("40"));
      const [{ contribution }] = (await pool.contributions(world.alice, { pool: own.pool, provider })) as [
        Awaited<ReturnType<typeof pool.contributions>>[number],
      ];
      const { done } = await world.contribute(world.alice, own.pool, {
        parent: parts[0]!,
        sketch: contribution.sketch,
      });
      expect(done.result.reward).to.equal(reward);
      const [found] = await pool.findDuplicates(world.stranger, { pool: own.pool });
      expect(found).to.include({ older: parts[0], lanes: 64, offender: provider });
      expect((await pool.slash(world.stranger, found!)).result.forfeited).to.equal(reward);
    });
  });

  describe("without staking, with rewards in ALITA", () => {
    let own: Awaited<ReturnType<World["launch"]>>;
    let tag: string;

    before(async () => {
      own = await world.launch({ pool: { staking: false, rewardInBase: true, allocation: parseEther("1000") } });
      ({
        contribution: { contentTag: tag },
      } = await world.contribute(world.alice, own.pool));
    });

    it("takes liquidity and allocation with one signature", () => {
      expect(dataset.launchCost(own.params)).to.equal(parseEther("51000"));
    });

    it("re-allocates, and settles what exceeds a cap", async () => {
      expect(
        (await pool.reallocate(world.maker, { pool: own.pool, amount: parseEther("50") })).result.totalUnits,
      ).to.equal(100n);
      const { result } = await pool.settleReallocation(world.stranger, { pool: own.pool, contentTag: tag });
      expect(result).to.include({ credited: parseEther("20"), returned: parseEther("30") });
    });

    it("revokes, and gives a reward under challenge up", async () => {
      const { result } = await pool.revoke(world.alice, { pool: own.pool, contentTag: tag });
      expect(result.forfeited).to.equal(parseEther("100"));
    });

    it("changes what is on sale at once, and the least quality after its notice", async () => {
      await pool.setParameter(world.maker, { pool: own.pool, change: { minQuality: 9_000n } });
      await pool.setListed(world.maker, { pool: own.pool, listed: false });
      const { minQuality, listed, coming } = await pool.status(world.alice, own);
      expect({ minQuality, listed }).to.eql({ minQuality: 5_000n, listed: false });
      expect(coming.minQuality?.value).to.equal(9_000n);
      expect(coming).to.have.all.keys("minQuality");
      await world.time.increaseTo(coming.minQuality!.from);
      expect((await pool.status(world.alice, own)).coming).to.eql({});
      expect(await pool.status(world.alice, own)).to.include({ minQuality: 9_000n, listed: false });
      const low = {
        contribution: { provider: own.pool, parent: ZeroHash },
        assessment: { quality: 8_999n, novelty: 0n },
      };
      expect(await pool.quoteContribute(world.alice, { pool: own.pool, ...low })).to.equal(0n);
    });

    it("finds no duplicates where nothing can be slashed", async () => {
      expect(await pool.findDuplicates(world.stranger, { pool: own.pool })).to.deep.equal([]);
    });
  });

  it("pays the arbiter of a pool that has one, and refunds what it rules for the consumer", async () => {
    const arbiter = await world.ethers.deployContract("MockArbitrator");
    const pooled = { arbiter: await arbiter.getAddress(), epsilonPerJob: 0n };
    const own = await world.launch({ pool: pooled });
    const { contribution } = await world.contribute(world.alice, own.pool);
    await world.time.increase(DAY);
    const { result: opened } = await compute.open(world.consumer, {
      pool: own.pool,
      coordinator: await addressOf(world.coordinator),
      program: id("program"),
      maxUnits: 100n,
      minCohort: 1n,
      epsilon: 0n,
      deadline: (await now(world.consumer)) + DAY,
      coordinatorFee: 5n,
      payWith: "base",
    });
    const payouts = [{ index: 0, provider: contribution.provider, contribution: contribution.contentTag, units: 100n }];
    await compute.settle(world.coordinator, { ...opened, settlement: compute.settlementOf(payouts, id("result")) });
    const { result: dispute } = await compute.dispute(world.consumer, opened);
    expect(dispute.arbiter).to.equal(pooled.arbiter);
    expect(await world.provider.getBalance(pooled.arbiter)).to.equal(parseEther("0.1"));
    await arbiter.getFunction("rule")(world.stranger.billing.address, dispute.disputeId, 2);
    expect((await compute.status(world.consumer, opened)).phase).to.equal("Void");
    const { result: back } = await compute.refund(world.stranger, opened);
    expect(back).to.include({ baseAmount: opened.baseEscrow, dataAmount: opened.dataEscrow, ended: true });
  });

  it("gives the maker what was locked, when the lock is over, and burns", async () => {
    const own = await world.launch();
    await world.time.increaseTo(own.params.lockedUntil + 1n);
    const { result } = await dataset.release(world.stranger, own);
    const maker = await addressOf(world.maker);
    expect(await dataset.balances(world.maker, { dataset: own, who: maker })).to.include({
      data: result.data,
      liquidity: result.liquidity,
    });
    await dataset.transfer(world.maker, { token: own.token, to: await addressOf(world.alice), amount: 10n });
    await dataset.burn(world.alice, { token: own.token, amount: 10n });
    expect((await market.market(world.alice, own)).averageX128).to.be.a("bigint");
  });
});
