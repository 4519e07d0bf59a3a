import { expect } from "chai";
import { network } from "hardhat";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AbstractSigner, parseEther, type TransactionRequest } from "ethers";
import { deploy } from "#deploy";
import { CREATE2_FACTORY } from "#deploy/create2.ts";
import { writeDeployment } from "#deploy/deployments.ts";
import { InsufficientFunds, NothingDeployed, UnexpectedCode, WrongChain } from "#deploy/errors.ts";
import { CONTRACT_NAMES } from "#deploy/plan.ts";

const chain = async (chainId = 31337) => {
  const { ethers } = await network.create({ override: { chainId } });
  const [signer, other] = await ethers.getSigners();
  return { provider: ethers.provider, signer: signer!, other: other! };
};

/** Runs the deployment and takes the error that it must end with. */
async function failure(run: Promise<unknown>): Promise<unknown> {
  return run.then(
    () => expect.fail("the deployment went through"),
    (error: unknown) => error,
  );
}

/** A signer that breaks down after some transactions, as a laptop does. */
class FailingSigner extends AbstractSigner {
  readonly #inner: AbstractSigner;
  #left: number;

  constructor(inner: AbstractSigner, transactions: number) {
    super(inner.provider);
    this.#inner = inner;
    this.#left = transactions;
  }

  override async sendTransaction(request: TransactionRequest) {
    if (this.#left-- === 0) throw new Error("battery empty");
    return this.#inner.sendTransaction(request);
  }

  override getAddress = () => this.#inner.getAddress();
  override connect = () => this;
  override signTransaction = () => expect.fail("unused");
  override signMessage = () => expect.fail("unused");
  override signTypedData = () => expect.fail("unused");
}

describe("deploy", () => {
  it("brings every contract to life on an empty chain", async () => {
    const { provider, signer } = await chain();
    const { addresses, blocks, abis } = await deploy(signer);

    expect(Object.keys(addresses)).to.deep.equal([...CONTRACT_NAMES]);
    for (const name of CONTRACT_NAMES) {
      expect(await provider.getCode(addresses[name], blocks[name]), name).not.to.equal("0x");
      expect(await provider.getCode(addresses[name], blocks[name] - 1), name).to.equal("0x");
      expect(abis[name], name).to.be.an("array").that.is.not.empty;
    }
  });

  it("sends nothing the second time and reports the same", async () => {
    const { signer } = await chain();
    const first = await deploy(signer);
    const sent = await signer.getNonce();

    expect(await deploy(signer)).to.deep.equal(first);
    expect(await signer.getNonce()).to.equal(sent);
  });

  it("goes on where an interrupted run stopped, after any transaction", async () => {
    const whole = await chain();
    const expected = await deploy(whole.signer);
    const transactions = await whole.signer.getNonce();

    for (let done = 0; done < transactions; done++) {
      const { signer } = await chain();
      expect(await failure(deploy(new FailingSigner(signer, done)))).to.have.property("message", "battery empty");
      const { addresses } = await deploy(signer);
      expect(addresses).to.deep.equal(expected.addresses);
      expect(await signer.getNonce()).to.equal(transactions);
    }
  });

  it("gives the same addresses on two chains, whoever deploys", async () => {
    const [one, two] = [await chain(1001), await chain(1002)];
    const holder = one.signer.address;
    const { addresses } = await deploy(one.signer);

    const second = await deploy(two.other, { holder });
    expect(second.addresses).to.deep.equal(addresses);
    expect(second.chainId).to.equal(1002n);
  });

  it("uses the settlement token that it is given", async () => {
    const { provider, signer, other } = await chain();
    const { addresses: own } = await deploy(signer, { holder: other.address });
    const before = await provider.getBlockNumber();

    const { addresses, blocks } = await deploy(signer, { base: own.Alita });
    expect(addresses).to.deep.equal(own);
    expect(blocks.Alita).to.be.at.most(before);
  });

  it("refuses a settlement token without code", async () => {
    const { signer, other } = await chain();
    expect(await failure(deploy(signer, { base: other.address }))).to.be.instanceOf(NothingDeployed);
  });

  it("refuses another chain than the configuration's", async () => {
    const { signer } = await chain();
    const error = await failure(deploy(signer, { chainId: 1n }));
    expect(error).to.be.instanceOf(WrongChain).and.include({ expected: 1n, actual: 31337n });
    expect(await signer.getNonce()).to.equal(0);
  });

  it("says how much the signer lacks", async () => {
    const { provider, signer } = await chain();
    await provider.send("hardhat_setBalance", [signer.address, "0x1"]);
    const error = await failure(deploy(signer));
    expect(error).to.be.instanceOf(InsufficientFunds).and.include({ account: signer.address, have: 1n });
    expect(error).to.have.property("need").that.is.greaterThan(parseEther("0.01"));
  });

  it("refuses a chain where other code sits at the factory's address", async () => {
    const { provider, signer } = await chain();
    await provider.send("hardhat_setCode", [CREATE2_FACTORY, "0x00"]);
    expect(await failure(deploy(signer))).to.be.instanceOf(UnexpectedCode);
  });

  it("writes what app and services read", async () => {
    const { signer } = await chain();
    const deployment = await deploy(signer);
    const folder = mkdtempSync(join(tmpdir(), "datawell-"));
    const path = writeDeployment(deployment, "http://127.0.0.1:8545", join(folder, "new", "31337.json"));

    const file = JSON.parse(readFileSync(path, "utf8"));
    expect(file).to.include({ chainId: 31337, rpcUrl: "http://127.0.0.1:8545" });
    expect(Object.keys(file.contracts)).to.deep.equal([...CONTRACT_NAMES]);
    expect(file.contracts.AttesterRegistry).to.include({
      address: deployment.addresses.AttesterRegistry,
      block: deployment.blocks.AttesterRegistry,
      codeHash: deployment.codeHashes.AttesterRegistry,
    });
    rmSync(folder, { recursive: true });
  });
});
