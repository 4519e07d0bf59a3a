import { expect } from "chai";
import { AbiCoder, id, keccak256, parseEther, type Result } from "ethers";
import { selfPermit } from "../fixtures/permit.ts";
import { DAY, ethers, system, time } from "../fixtures/system.ts";

const PRICE_PROPOSAL =
  "tuple(address buyer, uint96 price, uint32 duration, uint96 voteBudget, uint32 expiry, bytes32 salt)";
const ALLOCATION = parseEther("500000");

/** Alice stakes 90 % of the allocation, so that the maker needs votes; an offer to Carol with a vote budget. */
async function votable() {
  const world = await system();
  const launched = await world.launch({ pool: { maxIncentive: ALLOCATION } });
  const { contentTag } = await world.contribute(launched.pool, {}, { quality: 9_000n });
  await time.increase(3 * DAY + 1);
  await launched.pool.connect(world.alice).claim([contentTag], (ALLOCATION * 9n) / 10n);
  const offer = {
    buyer: world.carol.address,
    price: parseEther("7"),
    duration: 90 * DAY,
    voteBudget: parseEther("1"),
    expiry: (await time.latest()) + 10 * DAY,
    salt: id("offer"),
  };
  const offerId = keccak256(AbiCoder.defaultAbiCoder().encode(["string", PRICE_PROPOSAL], ["price", offer]));
  return { ...world, ...launched, offer, offerId };
}

describe("Proposals, seen by a client", () => {
  it("are proposed with a permit of the vote budget, in one transaction", async () => {
    const { pool, alita, maker, offer, offerId } = await votable();
    await alita.approve(pool, 0);
    const permit = await selfPermit(alita, maker, pool, offer.voteBudget);
    await pool.multicall([
      pool.interface.encodeFunctionData("selfPermit", [...permit]),
      pool.interface.encodeFunctionData("proposePrice", [offer]),
    ]);
    expect((await pool.ballotOf(offerId)).expiry).to.equal(offer.expiry);
  });

  it("bring in their event all that the buyer needs to accept", async () => {
    const { pool, alita, alice, carol, offer, offerId } = await votable();
    await expect(pool.proposePrice(offer)).to.emit(pool, "ProposePrice");
    await pool.connect(alice).vote(offerId, true);

    const [event] = await pool.queryFilter(pool.filters.ProposePrice(undefined, carol.address));
    expect(event!.args.id).to.equal(offerId);
    const proposal = event!.args.proposal as unknown as Result; // ethers freezes it, and wants to write into arguments
    const accept = pool.connect(carol).accept(proposal.toObject() as typeof offer);
    await expect(accept).to.emit(pool, "Accept").withArgs(offerId, carol);
    await expect(accept).to.changeTokenBalances(ethers, alita, [carol], [-offer.price]);
    expect(await pool.licensedUntil(carol)).to.equal((await time.latest()) + offer.duration);
  });

  it("show how much is missing while they are voted on", async () => {
    const { pool, alice, offer, offerId } = await votable();
    await pool.proposePrice(offer);
    const weight = (ALLOCATION * 9n) / 10n;
    // 10 yes > 6 * 450,000 - 4 * 500,000
    expect((await pool.ballotOf(offerId)).needed).to.equal(parseEther("70000") + 1n);
    expect(await pool.voteWeight(offerId, alice)).to.equal(weight);
    await expect(pool.connect(alice).vote(offerId, true))
      .to.emit(pool, "Vote")
      .withArgs(offerId, alice, true, weight, 0);
  });

  it("pay voters of several proposals in one transfer", async () => {
    const { pool, alita, alice, offer, offerId } = await votable();
    const second = { ...offer, salt: id("second") };
    await pool.proposePrice(offer);
    await pool.proposePrice(second);
    const ids = [offerId, await pool.priceProposalId(second)];
    for (const each of ids) await pool.connect(alice).vote(each, false);
    await time.increaseTo(offer.expiry);
    const claim = pool.connect(alice).claimVoteRewards(ids); // a second later
    await expect(claim).to.changeTokenBalances(ethers, alita, [alice], [2n * offer.voteBudget]);
    for (const each of ids) {
      await expect(claim).to.emit(pool, "ClaimVoteReward").withArgs(each, alice, offer.voteBudget);
    }
  });

  it("change a parameter once they passed, whoever carries them out", async () => {
    const { pool, alice, stranger, offer } = await votable();
    const data = AbiCoder.defaultAbiCoder().encode(["uint96"], [5]);
    const change = { parameter: 1, data, voteBudget: 0, expiry: offer.expiry, salt: id("change") };
    await pool.proposeParameter(change);
    const proposal = await pool.parameterProposalId(change);
    await pool.connect(alice).vote(proposal, true);
    const now = (await time.latest()) + 1;
    await expect(pool.connect(stranger).executeParameter(change))
      .to.emit(pool, "SetParameter")
      .withArgs(1, proposal, data, now);
    expect(await pool.unitPrice()).to.equal(5);
  });
});
