import { expect } from "chai";
import { network } from "hardhat";
import { DEPTH, NEVER, SHARE, openMarket } from "../utils/market.ts";

const { ethers, networkHelpers } = await network.create();

const fixture = async () => openMarket(ethers);

describe("Pair", () => {
  it("emits v2's Sync and Swap for a direct swap", async () => {
    const { trader, base, tokenAddress, pair } = await networkHelpers.loadFixture(fixture);
    const out = await pair.quoteExactIn(base, 10n ** 18n);
    const dataFirst = BigInt(tokenAddress) < BigInt(base);
    const amounts = dataFirst ? [0n, 10n ** 18n, out, 0n] : [10n ** 18n, 0n, 0n, out];
    await expect(pair.connect(trader).swapExactIn(base, 10n ** 18n, out, trader.address, NEVER))
      .to.emit(pair, "Swap")
      .withArgs(trader.address, ...amounts, trader.address)
      .and.to.emit(pair, "Sync");
  });

  it("says by how much a bound was missed", async () => {
    const { trader, base, pair } = await networkHelpers.loadFixture(fixture);
    const out = await pair.quoteExactIn(base, 10n ** 18n);
    await expect(pair.connect(trader).swapExactIn(base, 10n ** 18n, out + 1n, trader.address, NEVER))
      .to.be.revertedWithCustomError(pair, "InsufficientOutput")
      .withArgs(out, out + 1n);
  });

  it("refuses a late transaction", async () => {
    const { trader, base, pair } = await networkHelpers.loadFixture(fixture);
    const deadline = await networkHelpers.time.latest();
    await expect(
      pair.connect(trader).swapExactIn(base, 10n ** 18n, 0, trader.address, deadline),
    ).to.be.revertedWithCustomError(pair, "Expired");
  });

  it("pays the maker for the trades since the last join", async () => {
    const { maker, trader, base, pair } = await networkHelpers.loadFixture(fixture);
    expect(await pair.makerFeeShare()).to.equal(SHARE);
    await pair.connect(trader).swapExactIn(base, DEPTH, 0, trader.address, NEVER);
    const before = await pair.balanceOf(maker.address);
    await pair.connect(trader).collectMakerFee();
    expect(await pair.balanceOf(maker.address)).to.be.above(before);
  });

  it("has a price from the thirtieth minute on", async () => {
    const { pair } = await networkHelpers.loadFixture(fixture);
    const born = await pair.createdAt();
    await networkHelpers.time.increaseTo(born + 1_799n);
    await expect(pair.consult()).to.be.revertedWithCustomError(pair, "OracleTooYoung").withArgs(1_799n, 1_800n);
    await networkHelpers.time.increaseTo(born + 1_800n);
    const one = 2n ** 128n;
    expect(await pair.consult()).to.be.within(one - one / 10n ** 9n, one + one / 10n ** 9n);
  });

  it("needs no more gas in the next block than was estimated in this one", async () => {
    const { trader, base, pair } = await networkHelpers.loadFixture(fixture);
    const swap = pair.connect(trader).swapExactIn;
    await swap(base, 10n ** 18n, 0, trader.address, NEVER);
    const estimate = await swap.estimateGas(base, 10n ** 18n, 0, trader.address, NEVER);
    await networkHelpers.time.increase(86_400);
    await swap(base, 10n ** 18n, 0, trader.address, NEVER, { gasLimit: estimate + estimate / 100n });
  });

  it("takes a permit and a swap in one transaction", async () => {
    const { trader, token, pair, pairAddress } = await networkHelpers.loadFixture(fixture);
    await token.connect(trader).approve(pairAddress, 0);
    const [, name, version, chainId, verifyingContract] = await token.eip712Domain();
    const names = { owner: "address", spender: "address", value: "uint256", nonce: "uint256", deadline: "uint256" };
    const types = { Permit: Object.entries(names).map(([field, type]) => ({ name: field, type })) };
    const message = { owner: trader.address, spender: pairAddress, value: 10n ** 18n, nonce: 0n, deadline: NEVER };
    const domain = { name, version, chainId, verifyingContract };
    const { v, r, s } = ethers.Signature.from(await trader.signTypedData(domain, types, message));
    const address = await token.getAddress();
    await pair
      .connect(trader)
      .multicall([
        pair.interface.encodeFunctionData("selfPermit", [address, 10n ** 18n, NEVER, v, r, s]),
        pair.interface.encodeFunctionData("swapExactIn", [address, 10n ** 18n, 0, trader.address, NEVER]),
      ]);
    expect(await token.balanceOf(trader.address)).to.equal(DEPTH - 10n ** 18n);
  });
});
