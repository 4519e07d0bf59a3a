import { expect } from "chai";
import { parseEther } from "ethers";
import { selfPermit } from "../fixtures/permit.ts";
import { DAY, ethers, system, time } from "../fixtures/system.ts";

/** The Data Token has a second permit, for contract accounts. */
const ERC2612_PERMIT = "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)";
const EARNED = parseEther("80"); // reward-token wei of a contribution of quality 80 %

/** Alice has earned 80 tokens and can claim them. */
async function earned() {
  const world = await system();
  const launched = await world.launch();
  const { contentTag } = await world.contribute(launched.pool);
  await time.increase(3 * DAY + 1);
  return { ...world, ...launched, pool: launched.pool.connect(world.alice), tag: contentTag };
}

/** Alice holds what she earned, has approved nothing, and signs a permit of all of it. */
async function permitted() {
  const world = await earned();
  const { pool, token, alice, tag } = world;
  await pool.claim([tag], 0);
  await token.connect(alice).approve(pool, 0);
  const permit = await selfPermit(token, alice, pool, EARNED);
  const stakeWithPermit = () =>
    pool.multicall([
      pool.interface.encodeFunctionData("selfPermit", [...permit]),
      pool.interface.encodeFunctionData("stake", [EARNED]),
    ]);
  return { ...world, permit, stakeWithPermit };
}

describe("Staking, seen by a client", () => {
  it("claims and stakes a part in one transaction", async () => {
    const { pool, token, alice, tag } = await earned();
    const claim = pool.claim([tag], EARNED / 4n);
    await expect(claim)
      .to.emit(pool, "Claim")
      .withArgs(alice, [tag], (EARNED * 3n) / 4n, EARNED / 4n);
    await expect(claim)
      .to.emit(pool, "Stake")
      .withArgs(alice, EARNED / 4n, EARNED / 4n, EARNED / 4n);
    expect(await token.balanceOf(alice)).to.equal((EARNED * 3n) / 4n);
  });

  it("stakes with a permit, in one transaction", async () => {
    const { pool, alice, stakeWithPermit } = await permitted();
    await stakeWithPermit();
    expect((await pool.positionOf(alice)).staked).to.equal(EARNED);
  });

  it("stakes although somebody else submitted the permit first (T3)", async () => {
    const { pool, token, alice, stranger, permit, stakeWithPermit } = await permitted();
    const [, value, deadline, v, r, s] = permit;
    await token.connect(stranger)[ERC2612_PERMIT](alice, pool, value, deadline, v, r, s);
    await stakeWithPermit();
    expect((await pool.positionOf(alice)).staked).to.equal(EARNED);
  });

  it("says what is missing when the permit is for less", async () => {
    const { pool, token, alice, permit } = await permitted();
    const [, , deadline, v, r, s] = permit;
    await expect(pool.selfPermit(token, EARNED + 1n, deadline, v, r, s))
      .to.be.revertedWithCustomError(pool, "PermitAllowance")
      .withArgs(token, alice, 0, EARNED + 1n);
  });

  it("tells in the event when unbonding ends", async () => {
    const { pool, token, alice, tag } = await earned();
    await pool.claim([tag], EARNED);
    const half = EARNED / 2n;
    const unstake = await pool.unstake(half);
    const { unbondedAt } = await pool.accountOf(alice);
    await expect(unstake).to.emit(pool, "Unstake").withArgs(alice, half, half, half, unbondedAt);

    await time.increaseTo(unbondedAt);
    const withdraw = pool.withdraw(); // a second later
    await expect(withdraw).to.emit(pool, "Withdraw").withArgs(alice, half);
    await expect(withdraw).to.changeTokenBalances(ethers, token, [alice, pool], [half, -half]);
  });
});
