import { Contract, parseEther, type Wallet, ZeroAddress } from "ethers";
import { gasOf, warm } from "../Operation.ts";
import type { Stage } from "../Stage.ts";
import { at, codeIn, create, creationGas, send } from "./contract.ts";
import { allow, plainToken } from "./tokens.ts";

export const UNISWAP_V2 = "Uniswap v2 + router02";
export const UNISWAP_V2_LAUNCH = "OpenZeppelin token + Uniswap v2 createPair + addLiquidity";

const POOL = parseEther("100000");
const DEPOSIT = parseEther("100");
const AMOUNT = parseEther("10");
const SLIPPAGE = parseEther("0.123456789012345678"); // a bound with as many digits as a real one
const PATIENCE = 1_200n; // seconds

interface UniswapV2 {
  readonly trader: Wallet;
  readonly factory: Contract;
  readonly router: Contract;
  /** Each trades with the next. */
  readonly tokens: readonly [string, string, string];
  readonly deadline: bigint;
}

const code = (name: string) => codeIn(`@uniswap/v2-${name}.json`);

async function open(stage: Stage): Promise<UniswapV2> {
  const trader = await stage.account("trader");
  const factory = await create(trader, code("core/build/UniswapV2Factory"), ZeroAddress);
  const router = await create(trader, code("periphery/build/UniswapV2Router02"), at(factory), ZeroAddress);
  const made = [await plainToken(trader), await plainToken(trader), await plainToken(trader)];
  for (const token of made) await allow(token, [at(router)]);
  const tokens = made.map(at) as [string, string, string];
  const deadline = (await stage.time()) + PATIENCE;
  for (const [a, b] of [tokens.slice(0, 2), tokens.slice(1)]) {
    await send(router, "addLiquidity", a, b, POOL, POOL, 0, 0, trader.address, deadline);
  }
  return { trader, factory, router, tokens, deadline };
}

async function swapIn(stage: Stage): Promise<number> {
  const { trader, router, tokens, deadline } = await open(stage);
  const path = tokens.slice(0, 2);
  return warm(() =>
    send(router, "swapExactTokensForTokens", AMOUNT, AMOUNT - SLIPPAGE, path, trader.address, deadline),
  );
}

async function swapOut(stage: Stage): Promise<number> {
  const { trader, router, tokens, deadline } = await open(stage);
  const path = tokens.slice(0, 2);
  return warm(() =>
    send(router, "swapTokensForExactTokens", AMOUNT, AMOUNT + SLIPPAGE, path, trader.address, deadline),
  );
}

async function twoHops(stage: Stage): Promise<number> {
  const { trader, router, tokens, deadline } = await open(stage);
  return warm(() =>
    send(router, "swapExactTokensForTokens", AMOUNT, AMOUNT - SLIPPAGE, tokens, trader.address, deadline),
  );
}

async function add(stage: Stage): Promise<number> {
  const { trader, router, tokens, deadline } = await open(stage);
  const [a, b] = tokens;
  const least = DEPOSIT - SLIPPAGE;
  return warm(() => send(router, "addLiquidity", a, b, DEPOSIT, DEPOSIT, least, least, trader.address, deadline));
}

async function remove(stage: Stage): Promise<number> {
  const { trader, factory, router, tokens, deadline } = await open(stage);
  const [a, b] = tokens;
  const pair = (await factory.getFunction("getPair")(a, b)) as string;
  await allow(new Contract(pair, code("core/build/UniswapV2Pair").abi, trader), [at(router)]);
  const least = DEPOSIT - SLIPPAGE;
  return warm(() => send(router, "removeLiquidity", a, b, DEPOSIT, least, least, trader.address, deadline));
}

/** A token, its pair with another token, and the first liquidity: three transactions. */
async function launch(stage: Stage): Promise<number> {
  const { trader, factory, router, tokens, deadline } = await open(stage);
  const token = await plainToken(trader);
  await allow(token, [at(router)]);
  const [other] = tokens;
  const created = await send(factory, "createPair", at(token), other);
  const added = await send(router, "addLiquidity", at(token), other, POOL, POOL, 0, 0, trader.address, deadline);
  return (await creationGas(token)) + gasOf(created) + gasOf(added);
}

export const uniswapV2 = { swapIn, swapOut, twoHops, add, remove, launch };
