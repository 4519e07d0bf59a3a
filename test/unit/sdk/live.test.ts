import { expect } from "chai";
import { id, parseEther } from "ethers";
import {
  advance,
  compute,
  leafAmounts,
  lnPrice,
  market,
  now,
  pool,
  poolAt,
  read,
  slashedStake,
  splitJob,
  splitRevenue,
  toPriceX128,
} from "#sdk";
import { balances } from "#sdk/actions/dataset/balances.ts";
import { min } from "#sdk/math/min.ts";
import { randomBelow, seeded } from "../../fixtures/random.ts";
import { addressOf, DAY, sdkWorld } from "../../fixtures/sdk.ts";
import { contributionOf } from "../../fixtures/terms.ts";

type World = Awaited<ReturnType<typeof sdkWorld>>;

const RUNS = process.env.TEST_EFFORT === "deep" ? 100 : 8;

describe("sdk math against live contracts", function live() {
  this.timeout(240_000);
  const random = seeded(7n);
  let world: World;
  let own: Awaited<ReturnType<World["launch"]>>;

  before(async () => {
    world = await sdkWorld();
    own = await world.launch({ pool: { allocation: parseEther("900"), epsilonPerJob: 0n, challengeWindow: 60n } });
  });

  it("foretells every reward, first and update, up to the cap and the end of the escrow", async () => {
    const provider = await addressOf(world.alice);
    let parent: string | undefined;
    for (let run = 0; run < RUNS; run++) {
      const quality = randomBelow(random, 5_000n, 10_000n);
      const assessment = { quality, novelty: 0n };
      const expected = await pool.quoteContribute(world.alice, {
        pool: own.pool,
        contribution: contributionOf(provider),
        assessment,
      });
      const { contribution, done } = await world.contribute(world.alice, own.pool, {}, quality);
      expect(done.result.reward, `quality ${quality}`).to.equal(expected);
      parent ??= contribution.contentTag;
    }
    await world.time.increase(61n);
    await pool.claim(world.alice, { pool: own.pool, contentTags: [parent!], toStake: parseEther("50") });
    const update = { provider, parent: parent! };
    const assessment = { quality: 7_777n, novelty: 10_000n };
    const expected = await pool.quoteContribute(world.alice, { pool: own.pool, contribution: update, assessment });
    expect((await world.contribute(world.alice, own.pool, update, 7_777n)).done.result.reward).to.equal(expected);
  });

  it("splits licence revenue as the pool does", async () => {
    for (let run = 0; run < RUNS; run++) {
      await pool.setPrice(world.maker, { pool: own.pool, price: randomBelow(random, 1n, parseEther("20")) });
      const { ownerStake, totalStaked } = await pool.status(world.maker, own);
      const { result } = await pool.buyLicence(world.consumer, {
        pool: own.pool,
        periods: randomBelow(random, 1n, 9n),
      });
      expect(result.toStakers).to.equal(splitRevenue(result.paid, ownerStake, totalStaked).toStakers);
    }
  });

  it("foretells what a copy costs", async () => {
    const [first] = await pool.contributions(world.alice, { pool: own.pool });
    const { contribution } = await world.contribute(world.bob, own.pool);
    await world.time.increase(61n);
    await pool.claim(world.bob, { pool: own.pool, contentTags: [contribution.contentTag], toStake: 77_777n });
    await world.contribute(world.bob, own.pool, { sketch: first!.contribution.sketch });
    const [found] = await pool.findDuplicates(world.stranger, { pool: own.pool });
    const { result } = await pool.slash(world.stranger, found!);
    expect(result).to.include(slashedStake(77_777n, own.params.pool.slashBps));
  });

  it("splits every job as the billing does, leaf by leaf", async () => {
    const all = await pool.contributions(world.alice, { pool: own.pool, provider: await addressOf(world.alice) });
    const [one, two] = all as [(typeof all)[number], (typeof all)[number]];
    await world.time.increase(DAY);
    for (let run = 0; run < RUNS; run++) {
      const maxUnits = randomBelow(random, 2n, 100_000n);
      const units = randomBelow(random, 2n, maxUnits);
      const order = { pool: own.pool, coordinator: await addressOf(world.coordinator), program: id("p"), maxUnits };
      const rest = {
        minCohort: 1n,
        epsilon: 0n,
        coordinatorFee: randomBelow(random, 0n, 10n ** 18n),
        payWith: "base" as const,
      };
      const deadline = (await now(world.consumer)) + DAY;
      const { result: opened } = await compute.open(world.consumer, { ...order, ...rest, deadline });
      const leaves = [randomBelow(random, 1n, units - 1n)];
      leaves.push(units - leaves[0]!);
      const payouts = [one, two].map(({ provider, contentTag }, index) => ({
        index,
        provider,
        contribution: contentTag,
        units: leaves[index]!,
      }));
      const settlement = compute.settlementOf(payouts, id("result"));
      const consent = await compute.signConsent(world.consumer, { job: opened.job, settlement });
      await compute.settle(world.coordinator, { job: opened.job, settlement, consent });
      for (const claim of compute.payoutClaims(opened.job, payouts)) {
        const { base, data } = leafAmounts(opened.job, claim.payout.units);
        const { result } = await compute.claim(world.alice, claim);
        expect(result).to.include({ baseAmount: base, dataAmount: data });
      }
      const split = splitJob(opened.job, units);
      const { result: back } = await compute.refund(world.stranger, opened);
      expect(back).to.include({
        baseAmount: split.baseRefund,
        dataAmount: split.dataRefund,
        dataBurned: split.dataBurned,
      });
    }
  });

  it("follows the oracle to the bit through trades and idle times", async () => {
    let { data, base } = await market.reservesOf(world.alice, own);
    let { average, touched } = await stateOf();
    for (let run = 0; run < RUNS; run++) {
      await world.time.increase(randomBelow(random, 1n, 3n * 3_600n));
      const order = { dataset: own, amountIn: randomBelow(random, 1n, parseEther("500")) };
      if (run % 3 === 2) {
        const { data: held } = await balances(world.maker, { dataset: own, who: await addressOf(world.maker) });
        await market.sell(world.maker, { ...order, amountIn: min(order.amountIn / 5n + 1n, held) });
      } else {
        await market.buy(world.maker, order);
      }
      const time = await timeOf();
      average = advance(average, lnPrice(base, data), time - touched);
      touched = time;
      ({ data, base } = await market.reservesOf(world.alice, own));
      expect(await stateOf(), `trade ${run}`).to.deep.equal({ average, touched });
    }
    await world.time.increase(1_000n);
    const expected = toPriceX128(advance(average, lnPrice(base, data), (await timeOf()) - touched));
    expect((await market.market(world.alice, own)).averageX128).to.equal(expected);
    expect(await read(world.alice, poolAt(own.pool), "pair", [])).to.equal(own.pair);
  });

  const timeOf = async () => BigInt((await world.provider.getBlock("latest"))!.timestamp);

  /** The moving average and its time in the pair's one word: contracts/types/PairState.sol. */
  async function stateOf(): Promise<{ readonly average: bigint; readonly touched: bigint }> {
    const { data, base } = await market.reservesOf(world.alice, own);
    const words = await Promise.all([...Array(12).keys()].map((slot) => world.provider.getStorage(own.pair, slot)));
    const [reserve0, reserve1] = BigInt(own.token) < BigInt(world.alice.alita.address) ? [data, base] : [base, data];
    const state = words.map(BigInt).find((word) => (word & (2n ** 176n - 1n)) === (reserve0 | (reserve1 << 88n)));
    return { average: BigInt.asIntN(48, state! >> 208n), touched: BigInt.asUintN(32, state! >> 176n) };
  }
});
