import { expect } from "chai";
import { network } from "hardhat";
import { DEPTH, NEVER, openMarket } from "../utils/market.ts";

const { ethers, networkHelpers } = await network.create();

const fixture = async () => openMarket(ethers);

describe("Router", () => {
  it("swaps along a path as v2's clients call it", async () => {
    const { trader, base, token, tokenAddress, router } = await networkHelpers.loadFixture(fixture);
    const path = [base, tokenAddress];
    const [, out] = await router.getAmountsOut(10n ** 18n, path);
    await router.connect(trader).swapExactTokensForTokens(10n ** 18n, out!, path, trader.address, NEVER);
    expect(await token.balanceOf(trader.address)).to.equal(DEPTH + out!);
  });

  it("refuses a path that comes back, and shows it", async () => {
    const { trader, base, tokenAddress, router } = await networkHelpers.loadFixture(fixture);
    const path = [base, tokenAddress, base];
    await expect(router.connect(trader).swapExactTokensForTokens(1n, 0, path, trader.address, NEVER))
      .to.be.revertedWithCustomError(router, "InvalidPath")
      .withArgs(path);
  });

  it("zaps ALITA into liquidity", async () => {
    const { trader, base, tokenAddress, pair, router } = await networkHelpers.loadFixture(fixture);
    const zap = router.connect(trader).zapIn;
    const terms = [base, tokenAddress, 10n ** 20n, 0n, 0n, trader.address, NEVER] as const;
    const liquidity = await zap.staticCall(...terms);
    await zap(...terms);
    expect(await pair.balanceOf(trader.address)).to.equal(liquidity);
    expect(liquidity).to.be.above(0n);
  });

  it("refuses tokens without a registered pair", async () => {
    const { trader, base, router } = await networkHelpers.loadFixture(fixture);
    await expect(router.getAmountsOut(1n, [base, trader.address]))
      .to.be.revertedWithCustomError(router, "UnknownPair")
      .withArgs(base, trader.address);
  });
});
