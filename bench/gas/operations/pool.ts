import { parseEther } from "ethers";
import { type Dataset, pool } from "#sdk";
import * as cost from "../floor.ts";
import { gasOf, type Operation, warm } from "../Operation.ts";
import { MASTER_CHEF, masterChef } from "../peers/masterChef.ts";
import { OCEAN_ORDER, ocean } from "../peers/ocean.ts";
import { UNISWAP_STAKER, uniswapStaker } from "../peers/uniswapStaker.ts";
import { DAY, type User, type World } from "../World.ts";

const STAKE = parseEther("100");
const STEP = parseEther("1");
const WINDOW = 3n * DAY + 1n; // seconds until a reward can be taken
const TENTH = 1_000n; // bps: so good that ten contributions fill a provider's cap
const FEW = 3; // contributions of a provider

/* OURS */

interface Pool {
  readonly dataset: Dataset;
  readonly provider: User;
  readonly tags: readonly string[];
}

/** A pool and a provider whose contributions have stood their challenge. */
async function openPool(world: World, contributions = FEW): Promise<Pool> {
  const dataset = await world.launch({ pool: { maxIncentive: parseEther("2000") } });
  const provider = await world.user("provider");
  await world.enter(provider, dataset);
  const tags = await contributeMany(world, dataset, provider, contributions);
  await world.pass(WINDOW);
  return { dataset, provider, tags };
}

async function contributeMany(world: World, { pool: to }: Dataset, provider: User, count: number) {
  const tags: string[] = [];
  for (let n = 0; n < count; n++) {
    const { contribution: made } = await world.contribute(provider, to, { quality: TENTH });
    tags.push(made.contentTag);
  }
  return tags;
}

/** The same, with a part of what the provider earned at stake. */
async function openStaked(world: World): Promise<Pool> {
  const found = await openPool(world);
  await takeAll(found);
  await pool.stake(found.provider.client, { pool: found.dataset.pool, amount: STAKE });
  return found;
}

const takeAll = ({ dataset, provider, tags }: Pool) =>
  pool.claim(provider.client, { pool: dataset.pool, contentTags: tags });

/** `count` further providers with stake. */
async function others(world: World, dataset: Dataset, count: number): Promise<void> {
  const users: User[] = [];
  for (let n = 0; n < count; n++) {
    const user = await world.user(`provider ${n}`);
    await world.enter(user, dataset);
    users.push(user);
  }
  const tags: string[] = [];
  for (const user of users) tags.push(...(await contributeMany(world, dataset, user, 1)));
  await world.pass(WINDOW);
  for (const [n, { client }] of users.entries()) {
    await pool.claim(client, { pool: dataset.pool, contentTags: [tags[n]!], toStake: STEP });
  }
}

async function contribute(world: World): Promise<number> {
  const { dataset, provider } = await openPool(world, 0);
  return warm(() => world.contribute(provider, dataset.pool, { quality: TENTH }));
}

async function claimRewards(world: World, providers = 1): Promise<number> {
  const { dataset, provider, tags } = await openPool(world);
  await others(world, dataset, providers - 1);
  return warm((turn) => pool.claim(provider.client, { pool: dataset.pool, contentTags: [tags[turn]!] }));
}

async function staking(_: World, { dataset, provider }: Pool): Promise<number> {
  return warm(() => pool.stake(provider.client, { pool: dataset.pool, amount: STEP }));
}

async function unstaking(_: World, { dataset, provider }: Pool): Promise<number> {
  return warm(() => pool.unstake(provider.client, { pool: dataset.pool, amount: STEP }));
}

async function claiming(world: World, { dataset, provider }: Pool): Promise<number> {
  const buyer = await world.user("buyer");
  await world.enter(buyer, dataset);
  return warm(async () => {
    await pool.buyLicence(buyer.client, { pool: dataset.pool });
    return pool.claimRevenue(provider.client, { pool: dataset.pool });
  });
}

async function buying(world: World, { dataset }: Pool): Promise<number> {
  const buyer = await world.user("buyer");
  await world.enter(buyer, dataset);
  return warm(() => pool.buyLicence(buyer.client, { pool: dataset.pool }));
}

/** Somebody proves that a provider with stake copied three contributions. */
async function slashing(world: World, { dataset, provider }: Pool): Promise<number> {
  const [copied, prover] = [await world.user("copied"), await world.user("prover")];
  for (const one of [copied, prover]) await world.enter(one, dataset);
  const pairs: (readonly [string, string])[] = [];
  for (let n = 0; n < 3; n++) {
    const sketch = world.unique();
    const { contribution: older } = await world.contribute(copied, dataset.pool, { sketch, quality: TENTH });
    const { contribution: newer } = await world.contribute(provider, dataset.pool, { sketch, quality: TENTH });
    pairs.push([older.contentTag, newer.contentTag]);
  }
  return warm((turn) => {
    const [older, newer] = pairs[turn]!;
    return pool.slash(prover.client, { pool: dataset.pool, older, newer });
  });
}

type Act = (world: World, found: Pool) => Promise<number>;

/** The provider is the only one. */
const alone = (act: Act) => async (world: World) => act(world, await openStaked(world));

/** The provider is one of many. */
const among =
  (act: Act) =>
  async (world: World, users: number): Promise<number> => {
    const found = await openStaked(world);
    await others(world, found.dataset, users - 1);
    return act(world, found);
  };

/* GROWTH */

async function contributeAfter(world: World, contributions: number): Promise<number> {
  const { dataset, provider } = await openPool(world, 1);
  await others(world, dataset, contributions - 1);
  return warm(() => world.contribute(provider, dataset.pool, { quality: TENTH }));
}

/** Takes the rewards of so many contributions at once, not the first that the provider takes. */
async function claimTogether(world: World, count: number): Promise<number> {
  const { dataset, provider, tags } = await openPool(world, 1 + count);
  const claim = (contentTags: readonly string[]) => pool.claim(provider.client, { pool: dataset.pool, contentTags });
  await claim(tags.slice(0, 1));
  return gasOf(await claim(tags.slice(1)));
}

/* FLOORS */

const signature = cost.calldata(cost.times(3, cost.SMALL), cost.ADDRESS, cost.times(2, cost.HASH), cost.SMALL);
const contribution = cost.calldata(cost.ADDRESS, cost.times(4, cost.HASH), cost.SMALL, cost.words(2, 0));
const contributeData = cost.calldata(
  cost.SELECTOR,
  contribution,
  cost.calldata(cost.SHARE, cost.words(1, 0), cost.TIME), // assessment
  cost.calldata(cost.times(4, cost.SMALL), cost.times(3, cost.ADDRESS)), // set of three
  cost.calldata(cost.times(2, cost.SMALL), cost.times(2, signature)),
  cost.calldata(cost.words(1, 0), cost.TIME, cost.SMALL, cost.words(1, 0)), // least reward, deadline, no signature
);
const contributeFloor = cost.floor(
  contributeData,
  // registry: two signatures of two bonded attesters
  cost.coldCall() + 2 * cost.recover() + 2 * cost.readWord(),
  // factory: the content root is taken
  cost.coldCall() + cost.newWord() + cost.log(3, 0),
  // pool: a record of two words, its sketch, the counters, the provider's cap
  3 * cost.newWord() + 2 * cost.changeWord() + cost.log(3, 12 * 32),
);
const claimFloor = cost.floor(
  cost.calldata(cost.SELECTOR, cost.times(2, cost.SMALL), cost.HASH, cost.words(1, 0)),
  // the record's reward and what the provider has earned
  2 * cost.changeWord() + cost.log(2, 5 * 32) + cost.transfer(),
);
const stakeFloor = cost.floor(
  cost.calldata(cost.SELECTOR, cost.AMOUNT),
  2 * cost.changeWord() + cost.log(2, 3 * 32) + cost.transferFrom(),
);
const unstakeFloor = cost.floor(
  cost.calldata(cost.SELECTOR, cost.AMOUNT),
  // stake of the provider and of all, and what unbonds
  3 * cost.changeWord() + cost.log(2, 4 * 32),
);
const revenueFloor = cost.floor(
  cost.calldata(cost.SELECTOR),
  // everybody's index, the provider's stake, its own index
  2 * cost.readWord() + cost.changeWord() + cost.log(2, 32) + cost.transfer(),
);
const buyFloor = cost.floor(
  cost.calldata(cost.SELECTOR, cost.ADDRESS, cost.SMALL, cost.AMOUNT, cost.TIME),
  // the licence, the stakers' part, the maker's part
  3 * cost.changeWord() + cost.log(3, 3 * 32) + cost.transferFrom(),
);
const slashFloor = cost.floor(
  cost.calldata(cost.SELECTOR, cost.times(2, cost.HASH)),
  // the older record and both sketches; the newer record, the counters, the stake of the provider and of all
  4 * cost.readWord() + 5 * cost.changeWord() + cost.log(4, 5 * 32) + cost.transfer(),
);

const SETTLES =
  "pool and Data Token are clones, and a change of stake settles the provider's share of the revenue first";

const providers = { of: "providers with stake", sizes: [1, 40] };

export const pools: readonly Operation[] = [
  {
    name: "contribute",
    floor: contributeFloor,
    ours: contribute,
    growth: [{ of: "contributions", sizes: [1, 40], at: contributeAfter }],
  },
  {
    name: "claim a contribution's reward",
    floor: claimFloor,
    ours: (world) => claimRewards(world),
    growth: [
      { ...providers, at: claimRewards },
      {
        of: "contributions claimed together",
        sizes: [1, 8],
        at: claimTogether,
        because: "every contribution has a record of its own that is written; the token is paid once",
      },
    ],
  },
  {
    name: "stake again",
    floor: stakeFloor,
    goal: 60_000,
    shortfall: { atMost: 62_800, because: SETTLES },
    ours: alone(staking),
    peers: { [UNISWAP_STAKER]: uniswapStaker.stake, [MASTER_CHEF]: masterChef.stake },
    growth: [{ ...providers, at: among(staking) }],
  },
  {
    name: "unstake",
    floor: unstakeFloor,
    goal: 58_000,
    ours: alone(unstaking),
    peers: { [UNISWAP_STAKER]: uniswapStaker.unstake, [MASTER_CHEF]: masterChef.unstake },
    growth: [{ ...providers, at: among(unstaking) }],
  },
  {
    name: "claim revenue of stake",
    floor: revenueFloor,
    goal: 52_000,
    ours: alone(claiming),
    peers: { [UNISWAP_STAKER]: uniswapStaker.claim, [MASTER_CHEF]: masterChef.claim },
    growth: [{ ...providers, at: among(claiming) }],
  },
  {
    name: "buy a licence",
    floor: buyFloor,
    goal: 75_000,
    ours: alone(buying),
    peers: { [OCEAN_ORDER]: ocean.buy },
    growth: [{ ...providers, at: among(buying) }],
  },
  {
    name: "slash a duplicate",
    floor: slashFloor,
    ours: alone(slashing),
    growth: [{ ...providers, at: among(slashing) }],
  },
];
