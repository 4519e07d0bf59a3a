import { expect } from "chai";
import { id, parseEther } from "ethers";
import { dataset, market, now, pool } from "#sdk";
import { concernsFromChain } from "../../../app/screens/portfolio/data/concernsFromChain.ts";
import { isOwed } from "../../../app/screens/portfolio/data/readClaims.ts";
import { readStanding } from "../../../app/screens/portfolio/data/readStanding.ts";
import { addressOf, DAY, sdkWorld } from "../../fixtures/sdk.ts";

type World = Awaited<ReturnType<typeof sdkWorld>>;

describe("A portfolio that is read from the chain", function portfolioChain() {
  this.timeout(120_000);
  let world: World;
  let own: Awaited<ReturnType<World["launch"]>>;
  let alice: string;

  const standing = (who = alice) => readStanding(world.alice, { token: own.token, who });
  const owed = async () => (await standing()).claims;

  before(async () => {
    world = await sdkWorld();
    alice = await addressOf(world.alice);
    own = await world.launch({ pool: { allocation: parseEther("200"), challengeWindow: 60n, unbonding: DAY } });
    await world.launch({ name: "Another" });
  });

  it("knows nothing of whoever did nothing", async () => {
    const who = await addressOf(world.stranger);
    expect(await concernsFromChain(world.alice, who)).to.deep.equal({ tokens: [], activity: [] });
    const { held, position, claims, made } = await standing(who);
    expect({ data: held.data, position, made }).to.deep.equal({ data: 0n, position: undefined, made: undefined });
    expect(isOwed(claims)).to.equal(false);
  });

  it("shows a reward as coming until its window is over, then as to claim", async () => {
    await world.contribute(world.alice, own.pool, {}, 10_000n);
    await world.contribute(world.bob, own.pool, {}, 10_000n);
    expect(await owed()).to.deep.include({ reward: 0n, contentTags: [] });
    expect((await owed()).coming.map(({ reward }) => reward)).to.deep.equal([parseEther("100")]);
    await world.time.increase(61n);
    expect(await owed()).to.deep.include({ reward: parseEther("100"), coming: [] });
  });

  it("claims reward, vote, revenue and unbonded stake in one transaction, and then nothing is left", async () => {
    const contentTags = (await owed()).contentTags;
    const { claims: bobs } = await standing(await addressOf(world.bob));
    const toStake = parseEther("100");
    await pool.claim(world.alice, { pool: own.pool, contentTags, toStake });
    await pool.claim(world.bob, { pool: own.pool, contentTags: bobs.contentTags, toStake });
    const buyer = await addressOf(world.consumer);
    const proposal = {
      buyer,
      price: parseEther("3"),
      duration: DAY,
      voteBudget: parseEther("2"),
      salt: id("offer"),
      expiry: (await now(world.maker)) + 2n * DAY,
    };
    const { result } = await pool.proposePrice(world.maker, { pool: own.pool, proposal });
    await pool.vote(world.alice, { pool: own.pool, id: result.id, support: true });
    expect((await owed()).votes).to.equal(0n); // can still be voted on
    await pool.accept(world.consumer, { pool: own.pool, proposal });
    expect(await owed()).to.deep.include({
      votes: parseEther("2"),
      proposals: [result.id],
      revenue: parseEther("0.75") - 1n,
    });

    await world.time.increase(3n * DAY);
    await pool.unstake(world.alice, { pool: own.pool, amount: parseEther("40") });
    expect((await owed()).unbonded).to.equal(0n);
    await world.time.increase(DAY + 1n);
    const { proposals, revenue, unbonded, votes } = await owed();
    expect(unbonded).to.equal(parseEther("40"));
    const all = { pool: own.pool, contentTags: [], proposals, revenue: true, unbonded: true };
    const taken = await pool.claimAll(world.alice, all);
    expect(taken.result).to.deep.equal({ reward: 0n, votes, revenue, unbonded });
    expect(isOwed(await owed())).to.equal(false);
    expect((await standing()).account.staked).to.equal(parseEther("60"));
  });

  it("finds the one dataset of two, and tells what happened newest first", async () => {
    const { tokens, activity } = await concernsFromChain(world.alice, alice);
    expect(tokens).to.deep.equal([own.token]);
    const names = activity.map(({ name }) => name);
    expect(names).to.have.members(
      "Withdraw ClaimRevenue ClaimVoteReward Unstake Vote Claim Stake Contribute".split(" "),
    );
    expect(names.at(-1)).to.equal("Contribute");
    expect(activity.every(({ time, token }) => time > 1_700_000_000 && token === own.token)).to.equal(true);
  });

  it("knows what liquidity was put in, and no longer when some was given away", async () => {
    const balances = await dataset.balances(world.alice, { dataset: own, who: alice });
    expect(balances.liquidity).to.equal(0n);
    await market.zap(world.alice, { dataset: own, payIn: "base", amountIn: parseEther("50") });
    const { position } = await standing();
    expect(position?.outcome?.divergenceBps).to.equal(0n);
    expect(Number(position?.outcome?.totalBps)).to.be.within(-1, 0);
    await market.buy(world.bob, { dataset: own, amountOut: own.params.liquidityData / 5n });
    expect(Number((await standing()).position?.outcome?.divergenceBps)).to.be.lessThan(0);
    await dataset.transfer(world.alice, { token: own.pair, to: await addressOf(world.bob), amount: 1n });
    expect((await standing()).position?.outcome).to.equal(undefined);
  });

  it("shows the maker what the dataset owes and what is locked", async () => {
    const { made } = await standing(await addressOf(world.maker));
    expect(made?.revenue).to.equal(parseEther("1.5"));
    expect(made?.fee.base !== undefined && made.fee.base > 0n).to.equal(true);
    expect(made?.lockedUntil).to.equal(own.params.lockedUntil);
    expect((await concernsFromChain(world.alice, await addressOf(world.maker))).tokens).to.have.lengthOf(2);
  });
});
