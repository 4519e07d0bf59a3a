import { parseEther } from "ethers";
import { type Dataset, market } from "#sdk";
import * as cost from "../floor.ts";
import { type Operation, warm } from "../Operation.ts";
import { UNISWAP_V2, uniswapV2 } from "../peers/uniswapV2.ts";
import { UNISWAP_V4, uniswapV4 } from "../peers/uniswapV4.ts";
import type { User, World } from "../World.ts";

const AMOUNT_IN = parseEther("10");
const AMOUNT_OUT = parseEther("10");
const DEPOSIT = { data: parseEther("100"), base: parseEther("100") };

/* OURS */

interface Market {
  readonly trader: User;
  readonly dataset: Dataset;
}

/** A dataset's market and somebody who has both tokens and liquidity. */
async function openMarket(world: World): Promise<Market> {
  const dataset = await world.launch();
  const trader = await world.user("trader");
  await enter(world, trader, dataset);
  return { trader, dataset };
}

async function enter(world: World, user: User, dataset: Dataset): Promise<void> {
  await world.enter(user, dataset);
  await market.add(user.client, { dataset, ...DEPOSIT });
}

async function swapIn(world: World): Promise<number> {
  const { trader, dataset } = await openMarket(world);
  return warm(() => market.buy(trader.client, { dataset, amountIn: AMOUNT_IN }));
}

async function sellIn(world: World): Promise<number> {
  const { trader, dataset } = await openMarket(world);
  return warm(() => market.sell(trader.client, { dataset, amountIn: AMOUNT_IN }));
}

async function swapOut(world: World): Promise<number> {
  const { trader, dataset } = await openMarket(world);
  return warm(() => market.buy(trader.client, { dataset, amountOut: AMOUNT_OUT }));
}

async function twoHops(world: World): Promise<number> {
  const { trader, dataset } = await openMarket(world);
  const other = await world.launch();
  await enter(world, trader, other);
  const path = { tokenIn: dataset.token, tokenOut: other.token };
  return warm(() => market.exchange(trader.client, { ...path, amountIn: AMOUNT_IN }));
}

async function add(world: World): Promise<number> {
  const { trader, dataset } = await openMarket(world);
  return warm(() => market.add(trader.client, { dataset, ...DEPOSIT }));
}

async function remove(world: World): Promise<number> {
  const { trader, dataset } = await openMarket(world);
  return warm(() => market.remove(trader.client, { dataset, liquidity: parseEther("5") }));
}

/* GROWTH */

async function swapAmong(world: World, providers: number): Promise<number> {
  const { trader, dataset } = await openMarket(world);
  for (let n = 1; n < providers; n++) await enter(world, await world.user(`provider ${n}`), dataset);
  return warm(() => market.buy(trader.client, { dataset, amountIn: AMOUNT_IN }));
}

async function swapAfter(world: World, swaps: number): Promise<number> {
  const { trader, dataset } = await openMarket(world);
  for (let n = 0; n < swaps; n++) await market.buy(trader.client, { dataset, amountIn: AMOUNT_IN });
  return warm(() => market.buy(trader.client, { dataset, amountIn: AMOUNT_IN }));
}

/* FLOORS */

/** Uniswap v2's Swap and Sync events, and one word for reserves, time and average price. */
const marketCost = [cost.log(2, 4 * 32), cost.log(0, 2 * 32), cost.changeWord()];
const swapData = cost.calldata(cost.SELECTOR, cost.ADDRESS, cost.AMOUNT, cost.AMOUNT, cost.ADDRESS, cost.TIME);
const swap = cost.floor(swapData, cost.transferFrom(), cost.transfer(), ...marketCost);

const path = cost.calldata(cost.times(2, cost.SMALL), cost.times(3, cost.ADDRESS));
const hopsData = cost.calldata(cost.SELECTOR, cost.AMOUNT, cost.AMOUNT, cost.ADDRESS, cost.TIME, path);
const hops = cost.floor(hopsData, cost.transferFrom(), cost.transfer(), ...marketCost, ...marketCost);

/** Supply and the provider's balance of liquidity, v2's Mint or Burn, Sync and Transfer events. */
const shares = [2 * cost.changeWord(), cost.log(3, 32), cost.log(2, 2 * 32), cost.log(0, 2 * 32), cost.changeWord()];
const addData = cost.calldata(cost.SELECTOR, cost.times(4, cost.AMOUNT), cost.ADDRESS, cost.TIME);
const removeData = cost.calldata(cost.SELECTOR, cost.times(3, cost.AMOUNT), cost.ADDRESS, cost.TIME);

export const exchange: readonly Operation[] = [
  {
    name: "swap, exact in",
    floor: swap,
    goal: 68_000,
    ours: swapIn,
    peers: { [UNISWAP_V2]: uniswapV2.swapIn, [UNISWAP_V4]: uniswapV4.swapIn },
    growth: [
      { of: "liquidity providers", sizes: [1, 20], at: swapAmong },
      { of: "swaps before", sizes: [1, 100], at: swapAfter },
    ],
  },
  {
    name: "swap, exact in, Data Token sold",
    floor: swap,
    goal: 68_000,
    ours: sellIn,
    peers: { [UNISWAP_V2]: uniswapV2.swapIn, [UNISWAP_V4]: uniswapV4.swapIn },
  },
  {
    name: "swap, exact out",
    floor: swap,
    goal: 68_000,
    ours: swapOut,
    peers: { [UNISWAP_V2]: uniswapV2.swapOut, [UNISWAP_V4]: uniswapV4.swapOut },
  },
  { name: "swap, 2 hops", floor: hops, goal: 112_000, ours: twoHops, peers: { [UNISWAP_V2]: uniswapV2.twoHops } },
  {
    name: "add liquidity",
    floor: cost.floor(addData, 2 * cost.transferFrom(), ...shares),
    goal: 88_000,
    ours: add,
    peers: { [UNISWAP_V2]: uniswapV2.add, [UNISWAP_V4]: uniswapV4.add },
  },
  {
    name: "remove liquidity",
    floor: cost.floor(removeData, 2 * cost.transfer(), ...shares),
    goal: 84_000,
    ours: remove,
    peers: { [UNISWAP_V2]: uniswapV2.remove, [UNISWAP_V4]: uniswapV4.remove },
  },
];
