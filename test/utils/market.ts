import type { HardhatEthers } from "@nomicfoundation/hardhat-ethers/types";

export const SUPPLY = 10n ** 24n; // Data Token wei
export const DEPTH = 10n ** 22n; // token wei of either side of the pair
export const NEVER = 2n ** 40n; // a deadline, unix seconds
export const SHARE = 1_667n; // bps

/** ALITA, a Data Token, their pair with the maker's liquidity, a router, and a trader who has both and approved both. */
export async function openMarket(ethers: HardhatEthers) {
  const [maker, trader, stranger] = await ethers.getSigners();
  if (maker === undefined || trader === undefined || stranger === undefined) throw new Error("too few accounts");
  const alita = await ethers.deployContract("Alita", [maker.address]);
  const base = await alita.getAddress();
  const code = await Promise.all([ethers.deployContract("DataToken"), ethers.deployContract("Pair", [base])]);
  const factory = await ethers.deployContract("PairFactory", [base, ...code]);
  const terms = [ethers.encodeBytes32String("Weather"), SUPPLY, maker.address, SHARE, ethers.ZeroHash];
  const launch = factory.getFunction("launch");
  const [tokenAddress, pairAddress] = (await launch.staticCall(...terms)) as [string, string];
  await launch(...terms);
  const token = await ethers.getContractAt("DataToken", tokenAddress);
  const pair = await ethers.getContractAt("Pair", pairAddress);
  const router = await ethers.deployContract("Router", [await factory.getAddress()]);
  await alita.transfer(trader.address, DEPTH);
  await token.transfer(trader.address, DEPTH);
  for (const account of [maker, trader]) {
    for (const spender of [pairAddress, await router.getAddress()]) {
      await token.connect(account).approve(spender, SUPPLY);
      await alita.connect(account).approve(spender, SUPPLY);
    }
  }
  await pair.addLiquidity(DEPTH, DEPTH, 0, 0, maker.address, NEVER);
  return { maker, trader, stranger, alita, base, factory, token, tokenAddress, pair, pairAddress, router };
}
