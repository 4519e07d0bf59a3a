import { parseEther } from "ethers";
import { type Dataset, market } from "#sdk";
import * as cost from "../floor.ts";
import { type Operation, warm } from "../Operation.ts";
import { UNISWAP_V2, uniswapV2 } from "../peers/uniswapV2.ts";
import { UNISWAP_V4, uniswapV4 } from "../peers/uniswapV4.ts";
import { allow, type User, type World } from "../World.ts";

const AMOUNT_IN = parseEther("10");
const AMOUNT_OUT = parseEther("10");
const LIQUIDITY = parseEther("5");
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

type Act = (world: World, found: Market) => Promise<number>;

const swapIn: Act = (_, { trader, dataset }) => warm(() => market.buy(trader.client, { dataset, amountIn: AMOUNT_IN }));

const sellIn: Act = (_, { trader, dataset }) =>
  warm(() => market.sell(trader.client, { dataset, amountIn: AMOUNT_IN }));

const swapOut: Act = (_, { trader, dataset }) =>
  warm(() => market.buy(trader.client, { dataset, amountOut: AMOUNT_OUT }));

const twoHops: Act = async (world, { trader, dataset }) => {
  const other = await world.launch();
  await enter(world, trader, other);
  await allow(trader, [dataset.token], [trader.client.router.address]);
  const path = { tokenIn: dataset.token, tokenOut: other.token };
  return warm(() => market.exchange(trader.client, { ...path, amountIn: AMOUNT_IN }));
};

const add: Act = (_, { trader, dataset }) => warm(() => market.add(trader.client, { dataset, ...DEPOSIT }));

const remove: Act = (_, { trader, dataset }) =>
  warm(() => market.remove(trader.client, { dataset, liquidity: LIQUIDITY }));

/** In a market of its own. */
const alone = (act: Act) => async (world: World) => act(world, await openMarket(world));

/* GROWTH */

const among = (act: Act) => async (world: World, providers: number) => {
  const found = await openMarket(world);
  for (let n = 1; n < providers; n++) await enter(world, await world.user(`provider ${n}`), found.dataset);
  return act(world, found);
};

const after = (act: Act) => async (world: World, swaps: number) => {
  const found = await openMarket(world);
  const { trader, dataset } = found;
  for (let n = 0; n < swaps; n++) await market.buy(trader.client, { dataset, amountIn: AMOUNT_IN });
  return act(world, found);
};

const grown = (act: Act) => [
  { of: "liquidity providers", sizes: [1, 20], at: among(act) },
  { of: "swaps before", sizes: [1, 50], at: after(act) },
];

/* FLOORS */

/** Uniswap v2's Swap and Sync events, and one word for reserves, time and average price. */
const trade = [cost.log(2, 4 * 32), cost.log(0, 2 * 32), cost.changeWord()];
const swapData = cost.calldata(cost.SELECTOR, cost.ADDRESS, cost.AMOUNT, cost.AMOUNT, cost.ADDRESS, cost.TIME);
const swap = cost.floor(swapData, cost.transferFrom(), cost.transfer(), ...trade);

const path = cost.calldata(cost.times(2, cost.SMALL), cost.times(3, cost.ADDRESS));
const hopsData = cost.calldata(cost.SELECTOR, cost.AMOUNT, cost.AMOUNT, cost.ADDRESS, cost.TIME, path);
const hops = cost.floor(hopsData, cost.transferFrom(), cost.transfer(), ...trade, ...trade);

/** Supply and the provider's balance of liquidity, v2's Mint or Burn, Sync and Transfer events. */
const shares = [2 * cost.changeWord(), cost.log(3, 32), cost.log(2, 2 * 32), cost.log(0, 2 * 32), cost.changeWord()];
const addData = cost.calldata(cost.SELECTOR, cost.times(4, cost.AMOUNT), cost.ADDRESS, cost.TIME);
const removeData = cost.calldata(cost.SELECTOR, cost.times(3, cost.AMOUNT), cost.ADDRESS, cost.TIME);

const CLONES =
  "pair and Data Token are clones, two delegated calls, and the swap itself advances the average price by a logarithm";
const MIDDLE =
  "every pair holds its own ALITA, so it is moved once more than the floor counts, and pairs and Data Tokens are clones";
const MAKER = "pair and Data Token are clones, and the maker's part of the fees since the last time is settled first";

/** An operation of the market with the peers that have it, too. */
const operation = (act: Act, given: Omit<Operation, "ours" | "growth">): Operation => ({
  ...given,
  ours: alone(act),
  growth: grown(act),
});

export const exchange: readonly Operation[] = [
  operation(swapIn, {
    name: "swap, exact in",
    floor: swap,
    goal: 68_000,
    shortfall: { atMost: 74_400, because: CLONES },
    peers: { [UNISWAP_V2]: uniswapV2.swapIn, [UNISWAP_V4]: uniswapV4.swapIn },
  }),
  operation(sellIn, {
    name: "swap, exact in, Data Token sold",
    floor: swap,
    goal: 68_000,
    shortfall: { atMost: 73_300, because: CLONES },
    peers: { [UNISWAP_V2]: uniswapV2.swapIn, [UNISWAP_V4]: uniswapV4.swapIn },
  }),
  operation(swapOut, {
    name: "swap, exact out",
    floor: swap,
    goal: 68_000,
    shortfall: { atMost: 74_300, because: CLONES },
    peers: { [UNISWAP_V2]: uniswapV2.swapOut, [UNISWAP_V4]: uniswapV4.swapOut },
  }),
  operation(twoHops, {
    name: "swap, 2 hops",
    floor: hops,
    goal: 112_000,
    shortfall: { atMost: 124_800, because: MIDDLE },
    peers: { [UNISWAP_V2]: uniswapV2.twoHops },
  }),
  operation(add, {
    name: "add liquidity",
    floor: cost.floor(addData, 2 * cost.transferFrom(), ...shares),
    goal: 88_000,
    shortfall: { atMost: 90_500, because: MAKER },
    peers: { [UNISWAP_V2]: uniswapV2.add, [UNISWAP_V4]: uniswapV4.add },
  }),
  operation(remove, {
    name: "remove liquidity",
    floor: cost.floor(removeData, 2 * cost.transfer(), ...shares),
    goal: 84_000,
    shortfall: { atMost: 84_600, because: MAKER },
    peers: { [UNISWAP_V2]: uniswapV2.remove, [UNISWAP_V4]: uniswapV4.remove },
  }),
];
