import { expect } from "chai";
import { parseEther } from "ethers";
import { selfPermit } from "../fixtures/permit.ts";
import { DAY, ethers, NEVER, system, time } from "../fixtures/system.ts";

const PRICE = parseEther("10");

async function launched() {
  const world = await system();
  return { ...world, ...(await world.launch()) };
}

describe("Licences, seen by a client", () => {
  it("are bought with a permit, in one transaction", async () => {
    const { pool, alita, carol } = await launched();
    await alita.connect(carol).approve(pool, 0);
    const permit = await selfPermit(alita, carol, pool, PRICE);
    const buy = pool
      .connect(carol)
      .multicall([
        pool.interface.encodeFunctionData("selfPermit", [...permit]),
        pool.interface.encodeFunctionData("buy", [carol.address, 1, PRICE, NEVER]),
      ]);
    await expect(buy).to.changeTokenBalances(ethers, alita, [carol, pool], [-PRICE, PRICE]);
    expect(await pool.hasAccess(carol)).to.equal(true);
  });

  it("tell in the event who may use them until when", async () => {
    const { pool, bob, carol } = await launched();
    const buy = await pool.connect(bob).buy(carol, 2, 2n * PRICE, NEVER);
    const until = (await time.latest()) + 60 * DAY;
    await expect(buy)
      .to.emit(pool, "Buy")
      .withArgs(bob, carol, 2n * PRICE, 0, until);
    expect(await pool.licensedUntil(carol)).to.equal(until);
  });

  it("name both prices when the maker was faster", async () => {
    const { pool, carol } = await launched();
    await pool.setPrice(PRICE + 1n);
    await expect(pool.connect(carol).buy(carol, 1, PRICE, NEVER))
      .to.be.revertedWithCustomError(pool, "PriceTooHigh")
      .withArgs(PRICE + 1n, PRICE);
  });

  it("name the token when a buyer has not enough of it", async () => {
    const { pool, alita, stranger } = await launched();
    await alita.connect(stranger).approve(pool, PRICE);
    await expect(pool.connect(stranger).buy(stranger, 1, PRICE, NEVER))
      .to.be.revertedWithCustomError(alita, "ERC20InsufficientBalance")
      .withArgs(stranger, 0, PRICE);
  });
});
