import { expect } from "chai";
import { parseEther } from "ethers";
import { DAY, ethers, system, time } from "../fixtures/system.ts";

const EARNED = parseEther("80"); // reward-token wei of a contribution of quality 80 %

/** Alice's original, and Bob's copy of it with 80 tokens of Bob's at stake. */
async function copied() {
  const world = await system();
  const launched = await world.launch();
  const { pool } = launched;
  const original = await world.contribute(pool);
  const { contentTag: honest } = await world.contribute(pool, { provider: world.bob.address });
  await time.increase(3 * DAY + 1);
  await pool.connect(world.bob).claim([honest], EARNED);
  const copy = await world.contribute(pool, { provider: world.bob.address, sketch: original.sketch });
  return { ...world, ...launched, older: original.contentTag, newer: copy.contentTag };
}

describe("Slashing, seen by a client", () => {
  it("pays the prover at once and tells every amount", async () => {
    const { pool, token, bob, carol, older, newer } = await copied();
    const reward = parseEther("20"); // what Bob's cap left
    const slash = pool.connect(carol).slashDuplicate(older, newer);
    await expect(slash)
      .to.emit(pool, "SlashDuplicate")
      .withArgs(older, newer, bob, carol, 64, reward, EARNED / 2n, EARNED / 10n);
    await expect(slash).to.changeTokenBalances(ethers, token, [carol, pool], [EARNED / 10n, -EARNED / 10n]);
  });

  it("shows the evidence to anybody before", async () => {
    const { pool, older, newer } = await copied();
    expect(await pool.sketchOf(newer)).to.equal(await pool.sketchOf(older));
    const { number, submittedAt, slashed } = await pool.contributionOf(newer);
    expect(number).to.be.greaterThan((await pool.contributionOf(older)).number);
    expect(submittedAt).to.equal(await time.latest());
    expect(slashed).to.equal(false);
  });

  it("shows the mark afterwards", async () => {
    const { pool, stranger, older, newer } = await copied();
    await pool.connect(stranger).slashDuplicate(older, newer);
    expect((await pool.contributionOf(newer)).slashed).to.equal(true);
    expect(await pool.rewardOf(newer)).to.equal(0);
  });
});
