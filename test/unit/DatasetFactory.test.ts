import { expect } from "chai";
import { MaxUint256, parseEther } from "ethers";
import type { DatasetFactory } from "#types";
import { signPermit } from "../fixtures/permit.ts";
import { datasetParams, ethers, NEVER, NO_PERMIT, system } from "../fixtures/system.ts";

/** Bob holds ALITA and has approved nothing. */
async function launching() {
  const world = await system();
  return { ...world, params: await datasetParams(), factory: world.factory.connect(world.bob) };
}

const launchesOf = async (factory: DatasetFactory) =>
  (await factory.queryFilter(factory.filters.CreateDataset())).length;

describe("DatasetFactory, as a client meets it", () => {
  it("launches in one transaction that tells everything about the dataset", async () => {
    const { factory, alita, bob, params } = await launching();
    await alita.connect(bob).approve(factory, MaxUint256);
    const { token, pair, pool } = await factory.predict(bob, params);
    const returned = await factory.createDataset.staticCall(params, NO_PERMIT);
    expect(returned).to.deep.equal([token, pair, pool]);

    const launch = await factory.createDataset(params, NO_PERMIT);
    const [log] = await factory.queryFilter(
      factory.filters.CreateDataset(token, bob.address, pool),
      launch.blockNumber!,
    );
    expect(log!.args.pair).to.equal(pair);
    const { pool: terms, ...words } = params;
    for (const [key, value] of Object.entries(words)) {
      expect(log!.args.params[key as keyof typeof words], key).to.equal(value);
    }
    for (const [key, value] of Object.entries(terms)) {
      expect(log!.args.params.pool[key as keyof typeof terms], key).to.equal(value);
    }
  });

  describe("permit", () => {
    const NEEDED = parseEther("50000");

    it("takes the place of an approval", async () => {
      const { factory, alita, bob, params } = await launching();
      await factory.createDataset(params, await signPermit(alita, bob, factory, NEEDED));
      expect(await alita.allowance(bob, factory)).to.equal(0n);
      expect(await launchesOf(factory)).to.equal(1);
    });

    it("covers an allocation in ALITA too", async () => {
      const { factory, alita, bob } = await launching();
      const params = await datasetParams({ pool: { rewardInBase: true } });
      const permit = await signPermit(alita, bob, factory, NEEDED + parseEther("500000"));
      await factory.createDataset(params, permit);
      const { pool } = await factory.predict(bob, params);
      expect(await alita.balanceOf(pool)).to.equal(parseEther("500000"));
    });

    it("blocks nothing when somebody else submitted it first", async () => {
      const { factory, alita, bob, stranger, params } = await launching();
      const permit = await signPermit(alita, bob, factory, NEEDED);
      const { v, r, s } = permit;
      await alita.connect(stranger).permit(bob, factory, NEEDED, NEVER, v, r, s);
      await factory.createDataset(params, permit);
      expect(await launchesOf(factory)).to.equal(1);
    });

    it("of another's pays for nobody but its signer", async () => {
      const { factory, alita, alice, bob, params } = await launching();
      const permit = await signPermit(alita, alice, factory, NEEDED);
      await expect(factory.createDataset(params, permit))
        .to.be.revertedWithCustomError(alita, "ERC20InsufficientAllowance")
        .withArgs(await factory.getAddress(), 0n, NEEDED);
      expect(await alita.balanceOf(bob)).to.equal(parseEther("10000000"));
    });

    it("a wei too small, or missing, fails with the token's reason", async () => {
      const { factory, alita, bob, params } = await launching();
      const factoryAddress = await factory.getAddress();
      await expect(factory.createDataset(params, NO_PERMIT))
        .to.be.revertedWithCustomError(alita, "ERC20InsufficientAllowance")
        .withArgs(factoryAddress, 0n, NEEDED);
      await expect(factory.createDataset(params, await signPermit(alita, bob, factory, NEEDED - 1n)))
        .to.be.revertedWithCustomError(alita, "ERC20InsufficientAllowance")
        .withArgs(factoryAddress, NEEDED - 1n, NEEDED);
    });
  });

  it("leaves clones that answer for themselves", async () => {
    const { launch, maker, factory } = await system();
    const { token, pair, pool } = await launch({ name: "天気", symbol: "雨" });
    expect(await token.name()).to.equal("天気");
    expect(await token.maker()).to.equal(maker.address);
    expect(await pair.token()).to.equal(await token.getAddress());
    expect(await pair.factory()).to.equal(await factory.getAddress());
    expect(await pool.pair()).to.equal(await pair.getAddress());
    expect(await factory.datasetOf(token)).to.deep.equal([
      await token.getAddress(),
      await pair.getAddress(),
      await pool.getAddress(),
    ]);
    const words = 6 + 1 + 3; // bytes of name and symbol in UTF-8, and what parts them
    expect(await ethers.provider.getCode(token)).to.have.lengthOf(2 + 2 * (45 + 74 + words));
    expect(await ethers.provider.getCode(pair)).to.have.lengthOf(2 + 2 * (45 + 20));
  });
});
