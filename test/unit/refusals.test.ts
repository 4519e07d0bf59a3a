import { expect } from "chai";
import { id, parseEther, ZeroHash } from "ethers";
import { signPermit } from "../fixtures/permit.ts";
import { DAY, NEVER, system, time } from "../fixtures/system.ts";

const UNKNOWN = id("unknown");

async function launched() {
  const world = await system();
  const dataset = await world.launch();
  const offer = {
    buyer: world.carol.address,
    price: parseEther("5"),
    duration: 30 * DAY,
    voteBudget: parseEther("1"),
    expiry: (await time.latest()) + 5 * DAY,
    salt: ZeroHash,
  };
  const change = {
    parameter: 0,
    data: `0x${"0".repeat(60)}1770`, // 6,000 bps
    voteBudget: parseEther("1"),
    expiry: offer.expiry,
    salt: ZeroHash,
  };
  return { ...world, ...dataset, offer, change };
}

describe("What a pool refuses, beside its rules", () => {
  it("proposals that nobody made", async () => {
    const { pool, maker, carol, stranger, offer, change } = await launched();
    const priceId = await pool.connect(maker).proposePrice.staticCall(offer);
    const changeId = await pool.connect(maker).proposeParameter.staticCall(change);
    const calls = [
      [() => pool.connect(maker).cancel(UNKNOWN), UNKNOWN],
      [() => pool.connect(carol).accept(offer), priceId],
      [() => pool.connect(carol).reject(offer), priceId],
      [() => pool.connect(stranger).executeParameter(change), changeId],
      [() => pool.connect(stranger).claimVoteRewards([UNKNOWN]), UNKNOWN],
      [() => pool.connect(stranger).reclaimVoteBudget(UNKNOWN), UNKNOWN],
    ] as const;
    for (const [call, of] of calls) {
      await expect(call()).to.be.revertedWithCustomError(pool, "UnknownProposal").withArgs(of);
    }
  });

  it("rewards for no vote at all", async () => {
    const { pool, stranger } = await launched();
    await expect(pool.connect(stranger).claimVoteRewards([])).to.be.revertedWithCustomError(pool, "NothingToClaim");
  });

  it("to return a vote budget while the proposal is live, and twice", async () => {
    const { pool, alita, maker, stranger, offer } = await launched();
    const proposal = await pool.connect(maker).proposePrice.staticCall(offer);
    await pool.connect(maker).proposePrice(offer);
    const reclaim = () => pool.connect(stranger).reclaimVoteBudget(proposal);
    await time.increaseTo(offer.expiry - 1); // the next block is the last of the proposal
    await expect(reclaim()).to.be.revertedWithCustomError(pool, "ProposalLive").withArgs(proposal);
    await time.increaseTo(offer.expiry + 1);
    const before = await alita.balanceOf(maker);
    await reclaim();
    expect(await alita.balanceOf(maker)).to.equal(before + offer.voteBudget);
    await expect(reclaim()).to.be.revertedWithCustomError(pool, "NothingToClaim");
  });

  it("to go on without the money, naming what is allowed and what is needed", async () => {
    const { pool, alita, token, maker, alice, carol, contribute, offer } = await launched();
    const { contentTag } = await contribute(pool);
    await time.increase(3 * DAY);
    await pool.connect(alice).claim([contentTag], 0);
    await pool.connect(maker).proposePrice(offer);
    for (const one of [maker, alice, carol]) {
      for (const money of [alita, token]) await money.connect(one).approve(pool, 0);
    }
    const calls = [
      [alita, () => pool.connect(carol).accept(offer), offer.price],
      [alita, () => pool.connect(carol).buy(carol, 2, NEVER, NEVER), parseEther("20")],
      [alita, () => pool.connect(maker).proposePrice({ ...offer, salt: UNKNOWN }), offer.voteBudget],
      [token, () => pool.connect(alice).stake(7n), 7n],
      [token, () => pool.connect(maker).topUp(9n), 9n],
    ] as const;
    for (const [money, call, needed] of calls) {
      await expect(call())
        .to.be.revertedWithCustomError(money, "ERC20InsufficientAllowance")
        .withArgs(await pool.getAddress(), 0n, needed);
    }
    expect(await pool.hasAccess(carol)).to.equal(false);
    expect((await pool.positionOf(alice)).staked).to.equal(0n);
  });
});

describe("What the factory refuses", () => {
  it("a permit for less than is asked for, while one that was used already does no harm", async () => {
    const { factory, alita, alice, stranger } = await system();
    const { value, deadline, v, r, s } = await signPermit(alita, alice, factory, 5n);
    await alita.connect(stranger).permit(alice, factory, value, deadline, v, r, s);
    await factory.connect(alice).selfPermit(alita, value, deadline, v, r, s);
    expect(await alita.allowance(alice, factory)).to.equal(5n);
    await expect(factory.connect(alice).selfPermit(alita, 6n, deadline, v, r, s))
      .to.be.revertedWithCustomError(factory, "PermitAllowance")
      .withArgs(await alita.getAddress(), alice.address, 5n, 6n);
  });
});
