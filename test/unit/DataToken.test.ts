import { expect } from "chai";
import { CID } from "multiformats/cid";
import { create } from "multiformats/hashes/digest";
import { network } from "hardhat";
import { openMarket } from "../utils/market.ts";

const { ethers, networkHelpers } = await network.create();

const fixture = async () => openMarket(ethers);

describe("DataToken", () => {
  it("publishes metadata that any IPFS client finds", async () => {
    const { maker, token } = await networkHelpers.loadFixture(fixture);
    const digest = ethers.sha256(ethers.toUtf8Bytes("document"));
    await expect(token.connect(maker).publishMetadata(digest))
      .to.emit(token, "MetadataPublished")
      .withArgs(2n, digest)
      .and.to.emit(token, "ContractURIUpdated");
    const cid = CID.createV1(0x55, create(0x12, ethers.getBytes(digest)));
    expect(await token.contractURI()).to.equal(`ipfs://${cid.toString()}`);
  });

  it("refuses a stranger's metadata, naming both", async () => {
    const { maker, stranger, token } = await networkHelpers.loadFixture(fixture);
    await expect(token.connect(stranger).publishMetadata(ethers.ZeroHash))
      .to.be.revertedWithCustomError(token, "OnlyMaker")
      .withArgs(stranger.address, maker.address);
  });

  it("tells ERC-5267 clients the domain its permits are signed over", async () => {
    const { token, tokenAddress } = await networkHelpers.loadFixture(fixture);
    const [fields, name, version, chainId, verifyingContract, salt, extensions] = await token.eip712Domain();
    expect([fields, salt, [...extensions]]).to.deep.equal(["0x0f", ethers.ZeroHash, []]);
    expect([name, verifyingContract]).to.deep.equal([await token.name(), tokenAddress]);
    const separator = ethers.TypedDataEncoder.hashDomain({ name, version, chainId, verifyingContract });
    expect(await token.DOMAIN_SEPARATOR()).to.equal(separator);
  });
});
