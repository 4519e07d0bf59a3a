import { expect } from "chai";
import { id, MaxUint256, parseEther, ZeroHash } from "ethers";
import {
  addSlippage,
  attester,
  compute,
  dataset,
  datasetEvents,
  DatawellError,
  type Job,
  lessSlippage,
  market,
  now,
  pool,
  escrowOf,
  splitJob,
  tokenAt,
  read,
} from "#sdk";
import { addressOf, DAY, HOUR, sdkWorld } from "../fixtures/sdk.ts";

type World = Awaited<ReturnType<typeof sdkWorld>>;

/** The DatawellError that an action must end with. */
const failure = async (run: Promise<unknown>): Promise<DatawellError> => {
  const error = await run.then(
    () => expect.fail("it went through"),
    (thrown: unknown) => thrown,
  );
  expect(error).to.be.instanceOf(DatawellError);
  return error as DatawellError;
};

/** How many transactions an account sends in a run. */
const transactionsOf = async (world: World, index: number, run: () => Promise<unknown>): Promise<number> => {
  const account = await (await world.provider.getSigner(index)).getAddress();
  const before = await world.provider.getTransactionCount(account);
  await run();
  return (await world.provider.getTransactionCount(account)) - before;
};

describe("the SDK", function sdk() {
  this.timeout(120_000);
  let world: World;
  let own: Awaited<ReturnType<World["launch"]>>;

  before(async () => {
    world = await sdkWorld();
    own = await world.launch();
  });

  describe("datasets", () => {
    it("launches in one transaction, where it was predicted", async () => {
      const params = { ...own.params, metadata: id("another") };
      const predicted = await dataset.predict(world.maker, { maker: await addressOf(world.maker), params });
      let launched;
      expect(
        await transactionsOf(world, 0, async () => (launched = await dataset.launch(world.maker, params))),
      ).to.equal(1);
      expect(launched!).to.have.property("result").that.includes(predicted);
    });

    it("shows the terms that were launched, and where everything stands", async () => {
      const shown = await dataset.show(world.stranger, own);
      expect(shown.terms).to.deep.include(own.params.pool);
      expect(shown.market.reserveBase).to.equal(own.params.liquidityBase);
      expect(shown.status.escrow).to.equal(own.params.pool.allocation);
      expect(shown.launch.supply).to.equal(own.params.supply);
      expect(shown.market.averageX128).to.equal(undefined);
    });

    it("lists", async () => {
      const [first] = await dataset.list(world.stranger, { limit: 1n });
      expect(first).to.deep.include({ index: 0n, name: "Weather", token: own.token, pool: own.pool });
    });

    it("publishes metadata, and says who may not", async () => {
      const { result } = await dataset.publishMetadata(world.maker, { token: own.token, digest: id("v2") });
      expect(result.version).to.equal(2n);
      const error = await failure(dataset.publishMetadata(world.alice, { token: own.token, digest: id("v3") }));
      expect(error.name).to.equal("OnlyMaker");
      expect(error.remedy).to.equal("Use the maker's account");
    });
  });

  describe("the market", () => {
    it("buys as quoted, permit and swap in one transaction", async () => {
      const order = { dataset: own, amountIn: parseEther("100") };
      const quote = await market.quoteBuy(world.alice, order);
      let bought: Awaited<ReturnType<typeof market.buy>>;
      expect(
        await transactionsOf(world, 1, async () => (bought = await market.buy(world.alice, { ...order, quote }))),
      ).to.equal(1);
      expect(bought!.result).to.deep.equal({ amountIn: quote.amountIn, amountOut: quote.amountOut });
    });

    it("buys an exact amount as quoted", async () => {
      const order = { dataset: own, amountOut: parseEther("10") };
      const quote = await market.quoteBuy(world.alice, order);
      const { result } = await market.buy(world.alice, { ...order, quote });
      expect(result).to.deep.equal({ amountIn: quote.amountIn, amountOut: order.amountOut });
    });

    it("sells as quoted, either side exact", async () => {
      for (const side of [{ amountIn: parseEther("5") }, { amountOut: parseEther("1") }]) {
        const order = { dataset: own, ...side };
        const quote = await market.quoteSell(world.alice, order);
        const { result } = await market.sell(world.alice, { ...order, quote });
        expect(result).to.deep.equal({ amountIn: quote.amountIn, amountOut: quote.amountOut });
      }
    });

    it("refuses when the price moved beyond the bound", async () => {
      const order = { dataset: own, amountIn: parseEther("10"), slippageBps: 0n };
      const quote = await market.quoteBuy(world.alice, order);
      await market.buy(world.bob, { dataset: own, amountIn: parseEther("500") });
      const error = await failure(market.buy(world.alice, { ...order, quote }));
      expect(error.name).to.equal("InsufficientOutput");
      expect(error.values.need).to.equal(quote.minOut);
      expect(error.message).to.match(/^The price moved: this now gives \d/);
    });

    it("adds and removes liquidity as quoted", async () => {
      const amounts = { data: parseEther("10"), base: parseEther("100") };
      const quote = await market.quoteAdd(world.alice, { dataset: own, ...amounts });
      const taken = { data: quote.data, base: quote.base };
      const added = await market.add(world.alice, { dataset: own, ...taken, quote });
      expect(added.result).to.deep.equal({ data: quote.data, base: quote.base, liquidity: quote.liquidity });
      const pull = [await addressOf(world.alice), own.pair] as const;
      for (const token of [own.token, world.alice.alita.address]) {
        expect(await read(world.alice, tokenAt(token), "allowance", pull), "left of the permit").to.equal(0n);
      }

      const share = { dataset: own, liquidity: quote.liquidity };
      const expected = await market.quoteRemove(world.alice, share);
      const removed = await market.remove(world.alice, { ...share, quote: expected });
      expect(removed.result).to.deep.equal({ data: expected.data, base: expected.base });
    });

    it("zaps as quoted, from either token", async () => {
      for (const payIn of ["base", "data"] as const) {
        const order = { dataset: own, payIn, amountIn: parseEther("20") };
        const quote = await market.quoteZap(world.bob, order);
        const half = { dataset: own, amountIn: quote.swapped };
        const trade = await (payIn === "base" ? market.quoteBuy : market.quoteSell)(world.bob, half);
        expect(quote).to.include({ bought: trade.amountOut, priceImpactBps: trade.priceImpactBps });
        const { result } = await market.zap(world.bob, { ...order, quote });
        expect(result.liquidity).to.equal(quote.liquidity);
      }
    });

    it("collects the maker's fee as announced", async () => {
      await market.buy(world.bob, { dataset: own, amountIn: parseEther("300") });
      const { liquidity } = await market.makerFee(world.bob, own);
      expect(liquidity).to.be.greaterThan(0n);
      expect((await market.collectMakerFee(world.bob, own)).result).to.deep.equal({ liquidity });
    });

    it("exchanges one Data Token for another", async () => {
      const other = await world.launch();
      const order = { tokenIn: own.token, tokenOut: other.token, amountIn: parseEther("3") };
      const quote = await market.quoteExchange(world.bob, order);
      const sold = await market.quoteSell(world.bob, { dataset: own, amountIn: order.amountIn });
      const bought = await market.quoteBuy(world.bob, { dataset: other, amountIn: sold.amountOut });
      expect(quote).to.include({ amountBase: sold.amountOut, amountOut: bought.amountOut });
      expect(quote.priceImpactBps, "as much as both halves move").to.be.within(
        sold.priceImpactBps + bought.priceImpactBps - 1n,
        sold.priceImpactBps + bought.priceImpactBps + 1n,
      );
      const { result } = await market.exchange(world.bob, { ...order, quote });
      expect(result).to.deep.equal({ amountIn: quote.amountIn, amountOut: quote.amountOut });
    });
  });

  describe("pools", () => {
    let first: Awaited<ReturnType<World["contribute"]>>;

    it("credits a contribution what the quote says", async () => {
      const provider = await addressOf(world.alice);
      const quoted = { contribution: { provider, parent: ZeroHash }, assessment: { quality: 8_000n, novelty: 0n } };
      const reward = await pool.quoteContribute(world.alice, { pool: own.pool, ...quoted });
      first = await world.contribute(world.alice, own.pool);
      expect(first.done.result).to.include({ reward, number: 1n, quality: 8_000n });
    });

    it("takes a contribution from a relayer with the provider's signature", async () => {
      const provider = await addressOf(world.bob);
      const { contribution } = first;
      const relayed = { ...contribution, provider, contentRoot: id("r"), contentTag: id("t"), sketch: id("s") };
      const assessment = { quality: 6_000n, novelty: 0n, deadline: (await now(world.bob)) + DAY };
      const found = { pool: own.pool, contribution: relayed, assessment };
      const signatures = await Promise.all(world.attesters.map((one) => attester.attest(one, found)));
      const terms = { minReward: 1n, deadline: (await now(world.bob)) + HOUR };
      const providerSignature = await pool.signContribution(world.bob, {
        pool: own.pool,
        contribution: relayed,
        ...terms,
      });
      const { result } = await pool.contribute(world.stranger, {
        ...found,
        set: world.set,
        signatures,
        ...terms,
        providerSignature,
      });
      expect(result.provider).to.equal(provider);
    });

    it("says why low quality and repeated content are refused", async () => {
      expect((await failure(world.contribute(world.bob, own.pool, {}, 4_999n))).message).to.equal(
        "Quality 49.99 % is below the pool's 50 %",
      );
      const { contentTag } = first.contribution;
      expect((await failure(world.contribute(world.bob, own.pool, { contentTag }))).name).to.equal("DuplicateContent");
    });

    it("never signs two different assessments", async () => {
      const { contribution, assessment } = first;
      const changed = { ...assessment, quality: 9_000n };
      const params = { pool: own.pool, contribution, assessment: changed, earlier: assessment };
      expect((await failure(attester.attest(world.attesters[0]!, params))).name).to.equal("Equivocation");
    });

    it("claims when the challenge window is over, and stakes a part", async () => {
      const provider = await addressOf(world.alice);
      const [reward] = await pool.claimable(world.alice, { pool: own.pool, provider });
      expect(reward).to.include({ ready: false, reward: parseEther("80") });
      const params = { pool: own.pool, contentTags: [reward!.contentTag], toStake: parseEther("30") };
      expect((await failure(pool.claim(world.alice, params))).name).to.equal("NotClaimable");
      await world.time.increaseTo(reward!.claimableAt);
      const { result } = await pool.claim(world.alice, params);
      expect(result).to.include({ paid: parseEther("50"), staked: parseEther("30") });
    });

    it("stakes from the wallet with a permit, within what was earned", async () => {
      expect(
        await transactionsOf(world, 1, () => pool.stake(world.alice, { pool: own.pool, amount: parseEther("50") })),
      ).to.equal(1);
      const error = await failure(pool.stake(world.alice, { pool: own.pool, amount: 1n }));
      expect(error.name).to.equal("StakeAboveEarned");
    });

    it("sells licences as quoted and splits them", async () => {
      const licensee = await addressOf(world.consumer);
      const quote = await pool.quoteLicence(world.consumer, { pool: own.pool, licensee, periods: 2n });
      const { result } = await pool.buyLicence(world.consumer, { pool: own.pool, periods: 2n, maxPrice: quote.cost });
      expect(result.paid).to.equal(quote.cost);
      expect(result.licensedUntil - quote.until).to.be.within(0n, 60n);
      const { revenue } = await pool.account(world.alice, { pool: own.pool, who: await addressOf(world.alice) });
      expect((await pool.claimRevenue(world.alice, own)).result.amount).to.equal(revenue);
      expect((await pool.withdrawMakerRevenue(world.stranger, own)).result.amount).to.equal(
        quote.cost - result.toStakers,
      );
    });

    it("refuses a licence above the limit", async () => {
      await pool.setPrice(world.maker, { pool: own.pool, price: parseEther("11") });
      const error = await failure(pool.buyLicence(world.consumer, { pool: own.pool, maxPrice: parseEther("10") }));
      expect(error.message).to.equal("The licence costs 11, above your limit of 10");
    });

    it("offers a price to one buyer, who accepts", async () => {
      const proposal = {
        buyer: await addressOf(world.consumer),
        price: parseEther("3"),
        duration: 10n * DAY,
        voteBudget: parseEther("1"),
        expiry: (await now(world.maker)) + 5n * DAY,
        salt: ZeroHash,
      };
      const { result } = await pool.proposePrice(world.maker, { pool: own.pool, proposal });
      expect(result.id).to.equal(pool.proposalId(proposal));
      expect(result.ballot.needed).to.equal(0n);
      expect((await pool.accept(world.consumer, { pool: own.pool, proposal })).result.id).to.equal(result.id);
      expect((await failure(pool.accept(world.consumer, { pool: own.pool, proposal }))).name).to.equal(
        "ProposalClosed",
      );
      expect((await pool.reclaimVoteBudget(world.stranger, { pool: own.pool, id: result.id })).result.amount).to.equal(
        parseEther("1"),
      );
    });

    it("changes a parameter by proposal", async () => {
      const change = pool.encodeParameter({ unitPrice: parseEther("0.002") });
      const expiry = (await now(world.maker)) + DAY;
      const proposal = { ...change, voteBudget: 0n, expiry, salt: id("one") };
      const { result } = await pool.proposeParameter(world.maker, { pool: own.pool, proposal });
      expect(result.id).to.equal(pool.proposalId(proposal));
      await pool.execute(world.stranger, { pool: own.pool, proposal });
      expect((await pool.status(world.maker, own)).unitPrice).to.equal(parseEther("0.002"));
    });

    it("finds a near copy and slashes it", async () => {
      const { sketch } = first.contribution;
      const near = `${sketch.slice(0, -4)}0000`;
      const copy = await world.contribute(world.bob, own.pool, { sketch: near });
      const [found, ...others] = await pool.findDuplicates(world.stranger, { pool: own.pool });
      expect(others).to.deep.equal([]);
      expect(found).to.include({ newer: copy.contribution.contentTag, older: first.contribution.contentTag });
      const { result } = await pool.slash(world.stranger, found!);
      expect(result.lanes).to.equal(BigInt(found!.lanes));
      expect(await pool.findDuplicates(world.stranger, { pool: own.pool })).to.deep.equal([]);
    });

    it("unstakes and withdraws", async () => {
      await pool.unstake(world.alice, { pool: own.pool, amount: parseEther("20") });
      expect((await failure(pool.withdraw(world.alice, own))).name).to.equal("StillUnbonding");
      await world.time.increase(7n * DAY + 1n);
      expect((await pool.withdraw(world.alice, own)).result.amount).to.equal(parseEther("20"));
    });
  });

  describe("compute", () => {
    const order = async () => ({
      pool: own.pool,
      coordinator: await addressOf(world.coordinator),
      program: id("program"),
      maxUnits: 1_000n,
      minCohort: 1n,
      epsilon: parseEther("0.1"),
      deadline: (await now(world.consumer)) + DAY,
      coordinatorFee: parseEther("0.5"),
    });
    const payoutsOf = async () => {
      const [one] = await pool.contributions(world.alice, { pool: own.pool, provider: await addressOf(world.alice) });
      return [{ index: 0, provider: one!.provider, contribution: one!.contentTag, units: 600n }];
    };
    const dataOf = async (who: string) => read(world.alice, tokenAt(own.token), "balanceOf", [who]);

    it("opens with ALITA alone, settles with consent, pays, burns and refunds to the wei", async () => {
      const request = await order();
      const quote = await compute.quote(world.consumer, request);
      const { result: opened } = await compute.open(world.consumer, { ...request, payWith: "base", quote });
      expect(opened.basePaid).to.equal(quote.baseAlone);
      expect(opened.dataEscrow).to.equal(quote.data);
      expect(compute.jobId(opened.job)).to.equal(opened.jobId);

      const payouts = await payoutsOf();
      const settlement = compute.settlementOf(payouts, id("result"));
      const consent = await compute.signConsent(world.consumer, { job: opened.job, settlement });
      const settled = await compute.settle(world.coordinator, { job: opened.job, settlement, consent });
      expect(settled.result.consented).to.equal(true);

      const split = splitJob(opened.job, 600n);
      const [claim] = compute.payoutClaims(opened.job, payouts);
      const claimed = await compute.claim(world.alice, claim!);
      expect(claimed.result).to.include({ baseAmount: split.baseToProviders, dataAmount: split.dataToProviders });
      expect((await compute.claimFee(world.stranger, opened)).result.amount).to.equal(split.fee);
      const { result: back } = await compute.refund(world.stranger, opened);
      expect(back).to.include({
        baseAmount: split.baseRefund,
        dataAmount: split.dataRefund,
        dataBurned: split.dataBurned,
      });
    });

    let job: Job;

    it("opens with both tokens in one transaction", async () => {
      await market.buy(world.consumer, { dataset: own, amountIn: parseEther("50") });
      const request = await order();
      const quote = await compute.quote(world.consumer, request);
      const before = await dataOf(await addressOf(world.consumer));
      const sends = await transactionsOf(world, 3, async () => {
        const { result } = await compute.open(world.consumer, { ...request, payWith: "both", quote });
        ({ job } = result);
      });
      expect(sends).to.equal(1);
      const paid = before - (await dataOf(await addressOf(world.consumer)));
      expect(paid).to.equal(escrowOf(job).data);
      expect(paid).to.be.within(lessSlippage(quote.data, 1n), addSlippage(quote.data, 1n)); // the average moves in a second
    });

    it("lets attesters rule a dispute, and pays many at once", async () => {
      const payouts = await payoutsOf();
      await compute.settle(world.coordinator, { job, settlement: compute.settlementOf(payouts, id("wrong")) });
      await compute.dispute(world.consumer, { job });
      const jobId = compute.jobId(job);
      expect((await compute.status(world.consumer, { jobId })).phase).to.equal("Disputed");

      const fair = [{ ...payouts[0]!, units: 400n }];
      const { units, payoutRoot } = compute.settlementOf(fair, ZeroHash);
      const ruling = { jobId, units, payoutRoot, deadline: (await now(world.consumer)) + DAY };
      const signatures = await Promise.all(world.attesters.slice(1).map((one) => attester.rule(one, ruling)));
      const { result } = await compute.resolve(world.stranger, { job, ruling, set: world.set, signatures });
      expect(result.units).to.equal(400n);
      expect((await compute.status(world.consumer, { jobId })).phase).to.equal("Overruled");
      const { result: claimed } = await compute.claimMany(world.alice, compute.payoutClaims(job, fair));
      expect(claimed.base).to.equal(splitJob(job, 400n, true).baseToProviders);
      expect((await failure(compute.claimFee(world.coordinator, { job }))).message).to.equal(
        "The job is Overruled; this needs it to be Settled",
      );
    });

    it("lists jobs", async () => {
      const all = await compute.jobs(world.stranger, { pool: own.pool });
      expect(all.map((one) => one.job)).to.deep.include(job);
    });
  });

  describe("attesters", () => {
    it("loses its bond to whoever shows a contradiction", async () => {
      const [culprit] = world.attesters;
      const who = await addressOf(culprit!);
      const contribution = { ...(await world.contribute(world.bob, own.pool)).contribution };
      const deadline = MaxUint256 >> 216n;
      const sign = async (quality: bigint) => {
        const assessment = { quality, novelty: 0n, deadline };
        const { signature } = await attester.attest(culprit!, { pool: own.pool, contribution, assessment });
        return { assessment, signature };
      };
      const shown = { attester: who, pool: own.pool, contribution, one: await sign(1n), other: await sign(2n) };
      const { result } = await attester.slashEquivocation(world.stranger, shown);
      expect(result.reward).to.equal(parseEther("500"));
      expect((await attester.bond(world.stranger, { attester: who })).barred).to.equal(true);
      expect((await failure(attester.register(culprit!, { amount: parseEther("1000") }))).name).to.equal("Barred");
    });

    it("exits and withdraws after unbonding", async () => {
      const leaving = world.attesters[2]!;
      await attester.exit(leaving);
      expect((await failure(attester.withdraw(leaving))).name).to.equal("StillUnbonding");
      await world.time.increase(14n * DAY);
      expect((await attester.withdraw(leaving)).result.bond).to.equal(parseEther("1000"));
    });
  });

  describe("closing", () => {
    it("gives back what is neither earned nor pending", async () => {
      await pool.announceClose(world.maker, own);
      expect((await failure(pool.close(world.maker, own))).name).to.equal("CloseNotDue");
      await world.time.increase(3n * DAY);
      const { escrow } = await pool.status(world.maker, own);
      expect((await pool.close(world.maker, own)).result.refunded).to.equal(escrow);
    });
  });

  describe("events", () => {
    it("reads the whole story of a dataset back", async () => {
      const events = await datasetEvents(world.stranger, { dataset: own });
      const names = events.map(({ contract, name }) => `${contract}.${name}`);
      expect(names[0]).to.be.oneOf(["DatasetFactory.CreateDataset", "DataToken.Transfer"]);
      for (const name of ["Pair.Swap", "DataPool.Contribute", "DataPool.SlashDuplicate", "ComputeBilling.Resolve"]) {
        expect(names).to.include(name);
      }
      expect(names.at(-1)).to.be.oneOf(["DataToken.Transfer", "DataPool.Close"]);
    });
  });
});
