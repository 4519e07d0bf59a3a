import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "chai";
import {
  type Signer,
  AbiCoder,
  Contract,
  ContractFactory,
  Interface,
  MaxUint256,
  getCreate2Address,
  keccak256,
  solidityPacked,
} from "ethers";
import { network } from "hardhat";

const { ethers, networkHelpers, provider } = await network.create();

const require = createRequire(import.meta.url);
const ROUTER02 = "@uniswap/v2-periphery/build/UniswapV2Router02.json";
const SUPPLY = 10n ** 24n; // Data Token wei
const DEPTH = 10n ** 22n; // token wei of either side
const NEVER = 2n ** 32n; // a deadline
const SHARE = 1_667; // bps

/** What Router02's library hashes into every pair's address. */
const INIT_CODE_HASH = "0x96e8ac4277198ff8b6f785478aa9a39f403cb768dd02cbee326c3e7da348845f";

interface Build {
  readonly abi: readonly unknown[];
  readonly bytecode: string;
}

function build(file: string): Build {
  return JSON.parse(readFileSync(require.resolve(file), "utf8")) as Build;
}

/** Where Router02 looks for the pair of two tokens. */
function pairFor(factory: string, tokenA: string, tokenB: string): string {
  const sorted = BigInt(tokenA) < BigInt(tokenB) ? [tokenA, tokenB] : [tokenB, tokenA];
  return getCreate2Address(factory, keccak256(solidityPacked(["address", "address"], sorted)), INIT_CODE_HASH);
}

/** ERC-1167 with arguments behind: the whole of a pair's code, since a clone has no constructor state. */
function cloneCode(implementation: string, args: string): string {
  return `0x363d3d373d3d3d363d73${implementation.slice(2)}5af43d82803e903d91602b57fd5bf3${args.slice(2)}`;
}

/** Functions and events, without names. */
function signaturesOf(abi: Interface): string[] {
  const named = abi.fragments.filter(({ type }) => type === "function" || type === "event");
  return named.map((fragment) => fragment.format("sighash"));
}

/** Deploys one of the packages' contracts as it was built. */
async function deploy(file: string, signer: Signer, ...args: string[]): Promise<Contract> {
  const { abi, bytecode } = build(file);
  const contract = await new ContractFactory(abi as never, bytecode, signer).deploy(...args);
  return new Contract(await contract.getAddress(), abi as never, signer);
}

/** A market of ours whose pair also stands where the unmodified Router02 computes its address. */
async function market() {
  const [maker, trader] = await ethers.getSigners();
  if (maker === undefined || trader === undefined) throw new Error("two accounts are needed");
  const alita = await ethers.deployContract("Alita", [maker.address]);
  const base = await alita.getAddress();
  const implementations = await Promise.all([
    ethers.deployContract("DataToken"),
    ethers.deployContract("Pair", [base]),
  ]);
  const registry = await ethers.deployContract("PairFactory", [base, ...implementations]);
  const launch = registry.getFunction("launch");
  const terms = [ethers.encodeBytes32String("Weather"), SUPPLY, maker.address, SHARE, ethers.ZeroHash];
  const [tokenAddress, genuine] = await launch.staticCall(...terms);
  await launch(...terms);
  const token = await ethers.getContractAt("DataToken", tokenAddress);

  const registryAddress = await registry.getAddress();
  const weth = await deploy("@uniswap/v2-periphery/build/WETH9.json", maker);
  const router = await deploy(ROUTER02, trader, registryAddress, await weth.getAddress());
  const expected = pairFor(registryAddress, tokenAddress, base);
  const code = cloneCode(await registry.getFunction("pairImplementation")(), tokenAddress);
  expect(code.toLowerCase(), "the same code as the genuine pair's").to.equal(await ethers.provider.getCode(genuine));
  await networkHelpers.setCode(expected, code);

  const pair = await ethers.getContractAt("Pair", expected);
  for (const account of [maker, trader]) {
    for (const spender of [expected, await router.getAddress()]) {
      await token.connect(account).approve(spender, MaxUint256);
      await alita.connect(account).approve(spender, MaxUint256);
    }
  }
  await token.transfer(trader.address, SUPPLY / 10n);
  await alita.transfer(trader.address, SUPPLY);
  await pair.addLiquidity(DEPTH, DEPTH, 0, 0, maker.address, NEVER);
  return { maker, trader, alita, base, token, tokenAddress, pair, router };
}

describe("Uniswap v2's own contracts on our pair", () => {
  it("computes the pair's address with the hash that its Router02 carries", async () => {
    const code = build(ROUTER02).bytecode;
    expect(code).to.include(INIT_CODE_HASH.slice(2));
  });

  it("swaps an exact input through the unmodified Router02", async () => {
    const { trader, base, token, tokenAddress, pair, router } = await networkHelpers.loadFixture(market);
    const before = await token.balanceOf(trader.address);
    const quote = await pair.quoteExactIn(base, 10n ** 18n);
    await router.getFunction("swapExactTokensForTokens")(
      10n ** 18n,
      quote,
      [base, tokenAddress],
      trader.address,
      NEVER,
    );
    expect(await token.balanceOf(trader.address)).to.equal(before + quote);
  });

  it("swaps for an exact output through the unmodified Router02", async () => {
    const { trader, alita, base, tokenAddress, pair, router } = await networkHelpers.loadFixture(market);
    const before = await alita.balanceOf(trader.address);
    const cost = await pair.quoteExactOut(tokenAddress, 10n ** 18n);
    await router.getFunction("swapTokensForExactTokens")(10n ** 18n, cost, [base, tokenAddress], trader.address, NEVER);
    expect(await alita.balanceOf(trader.address)).to.equal(before - cost);
  });

  it("adds and removes liquidity through the unmodified Router02", async () => {
    const { trader, base, token, tokenAddress, pair, router } = await networkHelpers.loadFixture(market);
    const held = await token.balanceOf(trader.address);
    const amounts = [10n ** 18n, 10n ** 18n, 10n ** 18n, 10n ** 18n];
    await router.getFunction("addLiquidity")(tokenAddress, base, ...amounts, trader.address, NEVER);
    expect(await pair.balanceOf(trader.address)).to.equal(10n ** 18n);
    await pair.connect(trader).approve(await router.getAddress(), 10n ** 18n);
    await router.getFunction("removeLiquidity")(tokenAddress, base, 10n ** 18n, 1, 1, trader.address, NEVER);
    expect(await token.balanceOf(trader.address)).to.equal(held);
  });

  it("removes liquidity with a permit of our liquidity token", async () => {
    const { trader, base, tokenAddress, pair, router } = await networkHelpers.loadFixture(market);
    await pair.connect(trader).addLiquidity(10n ** 18n, 10n ** 18n, 0, 0, trader.address, NEVER);
    const { chainId } = await ethers.provider.getNetwork();
    const domain = { name: await pair.name(), version: "1", chainId, verifyingContract: await pair.getAddress() };
    const fields = ["address owner", "address spender", "uint256 value", "uint256 nonce", "uint256 deadline"];
    const types = { Permit: fields.map((field) => ({ type: field.split(" ")[0]!, name: field.split(" ")[1]! })) };
    const message = {
      owner: trader.address,
      spender: await router.getAddress(),
      value: 10n ** 18n,
      nonce: 0n,
      deadline: NEVER,
    };
    const { v, r, s } = ethers.Signature.from(await trader.signTypedData(domain, types, message));
    await router.getFunction("removeLiquidityWithPermit")(
      tokenAddress,
      base,
      10n ** 18n,
      1,
      1,
      trader.address,
      NEVER,
      false,
      v,
      r,
      s,
    );
    expect(await pair.balanceOf(trader.address)).to.equal(0n);
  });

  it("quotes what Router02's library computes, to the wei", async () => {
    const { base, tokenAddress, pair, router } = await networkHelpers.loadFixture(market);
    for (const amount of [2n, 997n, 10n ** 9n, 123_456_789_012_345_678n, 10n ** 21n]) {
      const [, out] = await router.getFunction("getAmountsOut").staticCall(amount, [base, tokenAddress]);
      expect(await pair.quoteExactIn(base, amount)).to.equal(out);
      const [cost] = await router.getFunction("getAmountsIn").staticCall(amount, [base, tokenAddress]);
      expect(await pair.quoteExactOut(tokenAddress, amount)).to.equal(cost);
    }
  });

  it("offers every function and event of v2's pair but the accumulators and initialize", async () => {
    const ours = (await ethers.getContractFactory("Pair")).interface;
    const theirs = new Interface(build("@uniswap/v2-core/build/UniswapV2Pair.json").abi as never);
    const known = new Set(signaturesOf(ours));
    const missing = signaturesOf(theirs).filter((signature) => !known.has(signature));
    expect(missing).to.have.members([
      "initialize(address,address)",
      "price0CumulativeLast()",
      "price1CumulativeLast()",
    ]);
  });

  it("emits events that v2's ABI decodes alike, indexed words included", async () => {
    const { trader, base, pair } = await networkHelpers.loadFixture(market);
    const theirs = new Interface(build("@uniswap/v2-core/build/UniswapV2Pair.json").abi as never);
    const transaction = await pair.connect(trader).swapExactIn(base, 10n ** 18n, 0, trader.address, NEVER);
    const receipt = await transaction.wait();
    const names = receipt?.logs.filter((log) => log.address === pair.target).map((log) => theirs.parseLog(log)?.name);
    expect(names).to.deep.equal(["Sync", "Swap"]);
  });

  it("answers v2's raw calls with v2's words", async () => {
    const { pair } = await networkHelpers.loadFixture(market);
    const theirs = new Interface(build("@uniswap/v2-core/build/UniswapV2Pair.json").abi as never);
    const data = theirs.encodeFunctionData("getReserves");
    const answer = (await provider.request({ method: "eth_call", params: [{ to: pair.target, data }] })) as string;
    const [reserve0, reserve1] = AbiCoder.defaultAbiCoder().decode(["uint112", "uint112", "uint32"], answer);
    expect([reserve0, reserve1]).to.deep.equal([DEPTH, DEPTH]);
  });
});
