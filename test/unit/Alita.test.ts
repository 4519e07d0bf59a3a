import { expect } from "chai";
import { network } from "hardhat";

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
    const [, name, version, chainId, verifyingContract] = await alita.eip712Domain();
    const types = {
      Permit: [
        { name: "owner", type: "address" },
        { name: "spender", type: "address" },
        { name: "value", type: "uint256" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    };
    const message = { owner: holder!.address, spender: spender!.address, value: 5n, nonce: 0n, deadline: 2n ** 40n };
    const domain = { name, version, chainId, verifyingContract };
    const { v, r, s } = ethers.Signature.from(await holder!.signTypedData(domain, types, message));
    await alita.permit(holder!.address, spender!.address, 5n, message.deadline, v, r, s);
    expect(await alita.allowance(holder!.address, spender!.address)).to.equal(5n);
  });
});
