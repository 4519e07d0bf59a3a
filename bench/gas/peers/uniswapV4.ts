import { type Contract, parseEther, type Wallet, ZeroAddress, ZeroHash } from "ethers";
import { warm } from "../Operation.ts";
import type { Stage } from "../Stage.ts";
import { at, codeIn, create, send } from "./contract.ts";
import { allow, plainToken } from "./tokens.ts";

/** Its package's routers for benchmarks: neither least output nor deadline. */
export const UNISWAP_V4 = "Uniswap v4 + smallest router";

const FEE = 3_000; // hundredths of a bip
const SPACING = 60;
const EDGE = 887_220; // ticks
const PAR = 2n ** 96n; // square root of the price 1, Q96
const LOWEST = 4_295_128_740n; // square root of a price, Q96
const LIQUIDITY = parseEther("100000");
const DEPOSIT = parseEther("100");
const AMOUNT = parseEther("10");

interface UniswapV4 {
  readonly swapper: Contract;
  readonly provider: Contract;
  readonly key: readonly unknown[];
}

const code = (name: string) => codeIn(`@uniswap/v4-core/out/${name}.sol/${name}.json`);

async function open(stage: Stage): Promise<UniswapV4> {
  const trader: Wallet = await stage.account("trader");
  const manager = await create(trader, code("PoolManager"), trader.address);
  const swapper = await create(trader, code("SwapRouterNoChecks"), at(manager));
  const provider = await create(trader, code("PoolModifyLiquidityTestNoChecks"), at(manager));
  const tokens = [await plainToken(trader), await plainToken(trader)];
  for (const token of tokens) await allow(token, [at(swapper), at(provider)]);
  const [low, high] = tokens.map(at).toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
  const key = [low, high, FEE, SPACING, ZeroAddress];
  await send(manager, "initialize", key, PAR);
  const found = { swapper, provider, key };
  await modify(found, LIQUIDITY);
  return found;
}

const modify = ({ provider, key }: UniswapV4, liquidity: bigint) =>
  send(provider, MODIFY, key, [-EDGE, EDGE, liquidity, ZeroHash], "0x");

const MODIFY = "modifyLiquidity((address,address,uint24,int24,address),(int24,int24,int256,bytes32),bytes)";

const swap = async ({ swapper, key }: UniswapV4, amount: bigint) =>
  warm(() => send(swapper, "swap", key, [true, amount, LOWEST]));

export const uniswapV4 = {
  swapIn: async (stage: Stage) => swap(await open(stage), -AMOUNT),
  swapOut: async (stage: Stage) => swap(await open(stage), AMOUNT),
  add: async (stage: Stage) => {
    const found = await open(stage);
    return warm(() => modify(found, DEPOSIT));
  },
  remove: async (stage: Stage) => {
    const found = await open(stage);
    return warm(() => modify(found, -DEPOSIT));
  },
};
