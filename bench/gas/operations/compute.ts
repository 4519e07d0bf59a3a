import { parseEther } from "ethers";
import { compute, type Dataset, type Job, type Payout, type Settlement } from "#sdk";
import * as cost from "../floor.ts";
import { inTurn } from "../inTurn.ts";
import { type Operation, warm } from "../Operation.ts";
import { DISTRIBUTOR, merkle, SOLADY_DISTRIBUTOR } from "../peers/merkle.ts";
import { OCEAN_ESCROW, ocean } from "../peers/ocean.ts";
import { allow, DAY, type User, type World } from "../World.ts";

const MAX_UNITS = 10_000_000n;
const UNITS = 25n; // of each payout
const FEE = parseEther("5");
const FEW = 10; // providers behind a job
const CLAIMS = 1_024; // payouts of a tree that is claimed from
const CHALLENGE = DAY + 1n;

/* OURS */

interface Service {
  readonly dataset: Dataset;
  readonly consumer: User;
  readonly coordinator: User;
  readonly provider: User;
  readonly contribution: string;
}

/** A pool with a provider's data, and everybody that a job needs. */
async function openService(world: World): Promise<Service> {
  const dataset = await world.launch({ pool: { unitPrice: 1_000_000_000n } });
  const names = ["consumer", "coordinator", "provider"];
  const [consumer, coordinator, provider] = (await inTurn(names, world.user)) as [User, User, User];
  for (const one of [consumer, coordinator, provider]) await world.enter(one, dataset);
  const { alita, billing } = consumer.client;
  await allow(consumer, [alita.address, dataset.token], [billing.address]);
  const { contribution } = await world.contribute(provider, dataset.pool);
  await world.pass(DAY); // the pair has a price
  return { dataset, consumer, coordinator, provider, contribution: contribution.contentTag };
}

const open = async (world: World, { dataset, consumer, coordinator }: Service) =>
  compute.open(consumer.client, {
    pool: dataset.pool,
    coordinator: coordinator.address,
    program: world.unique(),
    maxUnits: MAX_UNITS,
    minCohort: 1n,
    epsilon: parseEther("0.01"),
    deadline: (await world.time()) + 7n * DAY,
    coordinatorFee: FEE,
    payWith: "both",
    salt: world.unique(),
  });

/** So many payouts, the measured provider's first. */
const payoutsOf = ({ provider, contribution }: Service, count: number): readonly Payout[] =>
  Array.from({ length: count }, (_, index) => ({ index, provider: provider.address, contribution, units: UNITS }));

const settle = ({ coordinator }: Service, job: Job, settlement: Settlement) =>
  compute.settle(coordinator.client, { job, settlement });

type Act = (world: World, service: Service) => Promise<number>;

const openJob: Act = (world, service) => warm(() => open(world, service));

const settleFor =
  (providers: number): Act =>
  (world, service) => {
    const settlement = compute.settlementOf(payoutsOf(service, providers), world.unique());
    return warm(async () => {
      const { result } = await open(world, service);
      return settle(service, result.job, settlement);
    });
  };

/** A final job for all the same payouts. */
async function settled(world: World, service: Service, payouts: readonly Payout[]): Promise<Job> {
  const { result } = await open(world, service);
  await settle(service, result.job, compute.settlementOf(payouts, world.unique()));
  await world.pass(CHALLENGE);
  return result.job;
}

const claimFrom =
  (payouts: number): Act =>
  async (world, service) => {
    const all = payoutsOf(service, payouts);
    const claims = compute.payoutClaims(await settled(world, service, all), all);
    return warm((turn) => compute.claim(service.provider.client, claims[turn]!));
  };

/** One payout of each of so many jobs, of which another payout was claimed before. */
async function claimMany(world: World, jobs: number): Promise<number> {
  const service = await openService(world);
  const all = payoutsOf(service, CLAIMS);
  const claims: (readonly compute.PayoutClaim[])[] = [];
  for (let n = 0; n < jobs; n++) claims.push(compute.payoutClaims(await settled(world, service, all), all));
  return warm((turn) =>
    compute.claimMany(
      service.provider.client,
      claims.map((of) => of[turn]!),
    ),
  );
}

/** The price of one job more in `claimMany`. */
async function claimOneMore(world: World): Promise<number> {
  const [few, many] = [2, 6];
  const [a, b] = [
    await world.isolated(() => claimMany(world, few)),
    await world.isolated(() => claimMany(world, many)),
  ];
  return Math.round((b - a) / (many - few));
}

const postRoot: Act = (world, { coordinator }) =>
  warm(() =>
    compute.postRoot(coordinator.client, {
      topic: world.unique(),
      stage: compute.BOARD_STAGE.roster,
      root: world.unique(),
    }),
  );

const wholeJob: Act = async (world, service) => {
  const payouts = payoutsOf(service, FEW);
  return warm(async () => {
    const opened = await open(world, service);
    const { job } = opened.result;
    const posted = await settle(service, job, compute.settlementOf(payouts, world.unique()));
    await world.pass(CHALLENGE);
    const paid = await compute.claim(service.provider.client, compute.payoutClaims(job, payouts)[0]!);
    return [opened, posted, paid];
  });
};

/** With a pool and people of its own. */
const alone = (act: Act) => async (world: World) => act(world, await openService(world));

/* GROWTH */

const after = (act: Act) => async (world: World, jobs: number) => {
  const service = await openService(world);
  for (let n = 0; n < jobs; n++) await open(world, service);
  return act(world, service);
};

const among = (act: Act) => async (world: World, contributions: number) => {
  const service = await openService(world);
  for (let n = 1; n < contributions; n++) {
    const provider = await world.user(`provider ${n}`);
    await world.contribute(provider, service.dataset.pool);
  }
  return act(world, service);
};

const grown = (act: Act) => [
  { of: "jobs before", sizes: [1, 50], at: after(act) },
  { of: "contributions", sizes: [1, 30], at: among(act) },
];

/* FLOORS */

const job = cost.calldata(
  cost.times(4, cost.ADDRESS),
  cost.times(3, cost.HASH), // program, attesters, salt
  cost.times(4, cost.TIME), // units, deadlines
  cost.times(4, cost.AMOUNT), // prices, escrow, epsilon
  cost.times(2, cost.SMALL),
);
const openData = cost.calldata(
  cost.SELECTOR,
  cost.times(2, cost.ADDRESS),
  cost.times(2, cost.HASH),
  cost.times(2, cost.TIME),
  cost.SMALL,
  cost.times(4, cost.AMOUNT),
);
const openFloor = cost.floor(
  openData,
  // the pool: is it genuine, open, how many providers; the pair's price
  2 * cost.coldCall() + 4 * cost.readWord(),
  // the job's hash, the privacy spent
  cost.newWord() + cost.changeWord() + cost.log(4, 19 * 32),
  2 * cost.transferFrom(),
);
const settleData = cost.calldata(cost.SELECTOR, job, cost.TIME, cost.times(2, cost.HASH), cost.SMALL, cost.words(1, 0));
const settleFloor = cost.floor(settleData, cost.newWord() + cost.changeWord() + cost.log(2, 5 * 32));

const postFloor = cost.floor(
  cost.calldata(cost.SELECTOR, cost.times(2, cost.HASH), cost.SMALL),
  cost.newWord() + cost.log(4, 32),
);

/** What a job pays, a leaf and `siblings` hashes with their sums. */
const claimOf = (siblings: number) =>
  cost.calldata(
    cost.calldata(cost.times(2, cost.ADDRESS), cost.TIME, cost.times(2, cost.AMOUNT), cost.HASH), // terms
    cost.calldata(cost.times(2, cost.SMALL), cost.ADDRESS, cost.HASH), // leaf
    cost.times(2, cost.SMALL),
    cost.times(siblings, cost.calldata(cost.HASH, { zero: 6, nonzero: 2 })),
  );
const DEPTH = Math.log2(CLAIMS);
/** The leaf is marked beside the job's counters; its root and the contribution are looked at. */
const claimed = cost.changeWord() + 3 * cost.readWord() + cost.log(4, 4 * 32);
const claimFloor = cost.floor(
  cost.calldata(cost.SELECTOR, claimOf(DEPTH)),
  claimed + cost.coldCall() + 2 * cost.transfer(),
);
const { zero, nonzero } = claimOf(DEPTH);
const moreFloor = 4 * zero + 16 * nonzero + claimed;

const wholeFloor =
  openFloor +
  settleFloor +
  cost.floor(cost.calldata(cost.SELECTOR, claimOf(4)), claimed + cost.coldCall() + 2 * cost.transfer());

const ASKS =
  "pool, pair and Data Token are clones, and the terms and the price of this moment are asked of them, not remembered";
const TWO_TOKENS =
  "two tokens are paid and the pool is asked whose the contribution is: the floor of that alone is above the goal";
const SUM = "what opening and claiming miss, see there";

const IEXEC = { "iExec PoCo, boost": 693_039, "iExec PoCo, classic": 1_799_907 };

export const computes: readonly Operation[] = [
  {
    name: "open a job",
    floor: openFloor,
    goal: 125_000,
    shortfall: { atMost: 131_300, because: ASKS },
    ours: alone(openJob),
    peers: { [OCEAN_ESCROW]: ocean.lock },
    quoted: { "iExec PoCo matchOrders": 819_000 },
    growth: grown(openJob),
  },
  {
    name: "fix a root on the board",
    floor: postFloor,
    ours: alone(postRoot),
    growth: grown(postRoot),
  },
  {
    name: "settle a job",
    floor: settleFloor,
    ours: alone(settleFor(FEW)),
    growth: [
      {
        of: "providers",
        sizes: [FEW, 1_000, 100_000],
        at: (world, providers) => alone(settleFor(providers))(world),
      },
      ...grown(settleFor(FEW)),
    ],
  },
  {
    name: "claim a payout of 1,024",
    floor: claimFloor,
    goal: 75_000,
    shortfall: { atMost: 90_300, because: TWO_TOKENS },
    ours: alone(claimFrom(CLAIMS)),
    peers: { [SOLADY_DISTRIBUTOR]: merkle.solady, [DISTRIBUTOR]: merkle.uniswap },
    growth: [
      {
        of: "payouts",
        sizes: [16, 1_024, 16_384],
        at: (world, payouts) => alone(claimFrom(payouts))(world),
        because: "the proof has a sibling more for every doubling",
      },
      ...grown(claimFrom(FEW)),
    ],
  },
  {
    name: "claim one job more at once",
    floor: moreFloor,
    goal: 30_000,
    ours: claimOneMore,
    growth: [
      {
        of: "jobs in one transaction, all of it",
        sizes: [2, 6],
        at: claimMany,
        because: "every job brings its terms, a payout and a proof; each token is paid once",
      },
    ],
  },
  {
    name: "whole job: open, settle, one claim",
    floor: wholeFloor,
    goal: 260_000,
    shortfall: { atMost: 276_300, because: SUM },
    ours: alone(wholeJob),
    growth: grown(wholeJob),
    quoted: IEXEC,
  },
];
