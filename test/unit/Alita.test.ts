import { expect } from "chai";
import { network } from "hardhat";
import { signPermit } from "../fixtures/permit.ts";

const { ethers } = await network.create();

describe("Alita", () => {
  it("is named and counted as wallets expect", async () => {
    const [holder] = await ethers.getSigners();
    const alita = await ethers.deployContract("Alita", [holder!.address]);
    expect(await alita.name()).to.equal("Alita");
    expect(await alita.symbol()).to.equal("ALITA");
    expect(await alita.decimals()).to.equal(18n);
    expect(await alita.balanceOf(holder!.address)).to.equal(await alita.SUPPLY());
  });

  it("accepts a permit signed over its EIP-712 domain", async () => {
    const [holder, spender] = await ethers.getSigners();
    const alita = await ethers.deployContract("Alita", [holder!.address]);
    const { value, deadline, v, r, s } = await signPermit(alita, holder!, spender!, 5n);
    await alita.permit(holder!, spender!, value, deadline, v, r, s);
    expect(await alita.allowance(holder!.address, spender!.address)).to.equal(5n);
  });
});
