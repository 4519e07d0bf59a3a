import { Interface, parseEther } from "ethers";
import { dataset, encode, signPermit, tokenAt, transact } from "#sdk";
import * as cost from "../floor.ts";
import { type Operation, warm } from "../Operation.ts";
import { compiled } from "../peers/compile.ts";
import { at, create, send } from "../peers/contract.ts";
import { erc20 } from "../peers/erc20.ts";
import { OCEAN, ocean } from "../peers/ocean.ts";
import { UNISWAP_V2_LAUNCH, uniswapV2 } from "../peers/uniswapV2.ts";
import type { User, World } from "../World.ts";

const AMOUNT = parseEther("10");
const ALLOWANCE = parseEther("1000"); // with an end, so that it changes
const PERMIT = new Interface(["function permit(address,address,uint256,uint256,uint8,bytes32,bytes32)"]);

/* LAUNCH */

const launch = (world: World): Promise<number> =>
  warm(async () => dataset.launch(world.maker.client, await world.terms()));

async function launchAfter(world: World, launches: number): Promise<number> {
  for (let n = 0; n < launches; n++) await world.launch();
  return launch(world);
}

/* TOKENS */

interface Holding {
  readonly token: string;
  readonly from: User;
  readonly to: User;
}

/** Two who hold ALITA. */
async function alita(world: World): Promise<Holding> {
  const [from, to] = [await world.user("from"), await world.user("to")];
  return { token: from.client.alita.address, from, to };
}

/** Two who hold a Data Token. */
async function dataToken(world: World): Promise<Holding> {
  const launched = await world.launch();
  const [from, to] = [await world.user("from"), await world.user("to")];
  for (const one of [from, to]) await world.enter(one, launched);
  return { token: launched.token, from, to };
}

type Hold = (world: World) => Promise<Holding>;

const transferOf = (hold: Hold) => async (world: World) => {
  const { token, from, to } = await hold(world);
  return warm(() => dataset.transfer(from.client, { token, to: to.address, amount: AMOUNT }));
};

const transferFromOf = (hold: Hold) => async (world: World) => {
  const { token, from, to } = await hold(world);
  const approve = encode(tokenAt(token), "approve", [to.address, ALLOWANCE]);
  await transact(from.client, { to: token, calls: [approve] });
  const call = encode(tokenAt(token), "transferFrom", [from.address, to.address, AMOUNT]);
  return warm(async () => ({ receipt: await transact(to.client, { to: token, calls: [call] }) }));
};

/** The amount changes from turn to turn, so that the allowance does, too. */
const permitOf = (hold: Hold) => async (world: World) => {
  const { token, from, to } = await hold(world);
  return warm(async (turn) => {
    const asked = { token, spender: to.address, value: AMOUNT + BigInt(turn) };
    const { value, deadline, v, r, s } = await signPermit(from.client, asked);
    const call = PERMIT.encodeFunctionData("permit", [from.address, to.address, value, deadline, v, r, s]);
    return { receipt: await transact(to.client, { to: token, calls: [call] }) };
  });
};

/** The same with so many who hold the token. */
const amongHolders = (hold: Hold) => async (world: World, holders: number) => {
  const { token, from, to } = await hold(world);
  for (let n = 2; n < holders; n++) {
    const { address } = await world.user(`holder ${n}`);
    await dataset.transfer(from.client, { token, to: address, amount: 1n });
  }
  return { token, from, to };
};

const grown = (hold: Hold, act: (hold: Hold) => (world: World) => Promise<number>) => [
  {
    of: "holders",
    sizes: [2, 40],
    at: (world: World, holders: number) => act(() => amongHolders(hold)(world, holders))(world),
  },
];

/** Somebody's contract takes ALITA with a permit. */
const pullOf = (hold: Hold) => async (world: World) => {
  const { token, from } = await hold(world);
  const puller = await create(await world.account("from"), compiled("Puller"));
  return warm(async () => {
    const { value, deadline, v, r, s } = await signPermit(from.client, { token, spender: at(puller), value: AMOUNT });
    return send(puller, "pull", token, value, deadline, v, r, s);
  });
};

/* FLOORS */

const transferData = cost.calldata(cost.SELECTOR, cost.ADDRESS, cost.AMOUNT);
const fromData = cost.calldata(transferData, cost.ADDRESS);
const permitData = cost.calldata(
  cost.SELECTOR,
  cost.times(2, cost.ADDRESS),
  cost.AMOUNT,
  cost.TIME,
  cost.SMALL,
  cost.times(2, cost.HASH),
);

/** Two balances and the event. */
const moved = [2 * cost.changeWord(), cost.log(3, 32)];
const transferFloor = cost.floor(transferData, ...moved);
const fromFloor = cost.floor(fromData, ...moved, cost.changeWord());
const pullFloor = cost.floor(
  cost.calldata(cost.SELECTOR, cost.ADDRESS, cost.AMOUNT, cost.TIME, cost.SMALL, cost.times(2, cost.HASH)),
  // the nonce; an allowance that nobody sees
  cost.recover() + cost.changeWord() + cost.transfer(),
);
const permitFloor = cost.floor(permitData, cost.recover(), 2 * cost.changeWord(), cost.log(3, 32));

/** Words, calldata and codes of three clones; each clone's terms stand in its code. */
const texts = cost.calldata(cost.times(2, cost.SMALL), cost.words(2, 8));
const terms = cost.calldata(
  cost.times(3, cost.SMALL),
  cost.times(5, cost.AMOUNT),
  cost.times(12, cost.SHARE),
  cost.HASH,
);
const launchData = cost.calldata(cost.SELECTOR, texts, terms, cost.HASH, cost.times(3, cost.AMOUNT), cost.words(5, 0));
const CLONE = 45; // bytes of the least code that delegates
const TERMS = 256; // bytes of terms that pair, token and pool must know

const CLONED =
  "a Data Token is a clone, so that a launch is cheap, and a transfer pays for its delegated call: docs/decisions/clones.md";

export const tokens: readonly Operation[] = [
  {
    name: "launch token, pair, liquidity and pool",
    floor: cost.floor(
      launchData,
      3 * cost.create(CLONE),
      TERMS * 200,
      cost.transferFrom(),
      // Data Token: supply, balances of pair and pool; pair: state, supply of liquidity and its holder; the register
      7 * cost.newWord(),
      4 * cost.log(3, 32),
    ),
    goal: 500_000,
    ours: launch,
    peers: { [OCEAN]: ocean.launch, [UNISWAP_V2_LAUNCH]: uniswapV2.launch },
    growth: [{ of: "datasets", sizes: [1, 30], at: launchAfter }],
  },
  {
    name: "transfer ALITA",
    floor: transferFloor,
    goal: 34_300,
    ours: transferOf(alita),
    growth: grown(alita, transferOf),
    peers: erc20.transfer,
  },
  {
    name: "transfer Data Token",
    floor: transferFloor,
    goal: 34_300,
    shortfall: { atMost: 38_000, because: CLONED },
    ours: transferOf(dataToken),
    growth: grown(dataToken, transferOf),
    peers: erc20.transfer,
  },
  {
    name: "transferFrom ALITA",
    floor: fromFloor,
    goal: 39_900,
    ours: transferFromOf(alita),
    growth: grown(alita, transferFromOf),
    peers: erc20.transferFrom,
  },
  {
    name: "transferFrom Data Token",
    floor: fromFloor,
    goal: 39_900,
    shortfall: { atMost: 44_000, because: CLONED },
    ours: transferFromOf(dataToken),
    growth: grown(dataToken, transferFromOf),
    peers: erc20.transferFrom,
  },
  {
    name: "permit ALITA",
    floor: permitFloor,
    ours: permitOf(alita),
    growth: grown(alita, permitOf),
    peers: erc20.permit,
  },
  {
    name: "permit Data Token",
    floor: permitFloor,
    ours: permitOf(dataToken),
    growth: grown(dataToken, permitOf),
    peers: erc20.permit,
  },
  {
    name: "permit and pull ALITA",
    floor: pullFloor,
    goal: 59_000,
    ours: pullOf(alita),
    growth: grown(alita, pullOf),
    peers: erc20.pull,
  },
];
