import { parseEther } from "ethers";
import { type Dataset, type ParameterProposal, pool, type PriceProposal } from "#sdk";
import * as cost from "../floor.ts";
import { type Operation, warm } from "../Operation.ts";
import { GOVERNOR, openZeppelinGovernor } from "../peers/openZeppelinGovernor.ts";
import { DAY, type User, type World } from "../World.ts";

const REWARD = parseEther("100"); // of each provider, all of it at stake
const WINDOW = 3n * DAY + 1n; // seconds until a reward can be taken
const LIFE = 10n * DAY; // of a proposal, seconds
const VOTERS = 3;
const BRAVO = "Compound Governor Bravo";

/* OURS */

interface Council {
  readonly dataset: Dataset;
  readonly voters: readonly User[];
}

/** A pool whose providers hold as much as the maker, so that they are asked. */
async function openCouncil(world: World, size = VOTERS): Promise<Council> {
  const allocation = REWARD * BigInt(size);
  const dataset = await world.launch({ pool: { allocation, maxIncentive: REWARD } });
  const voters: User[] = [];
  const tags: string[] = [];
  for (let n = 0; n < size; n++) {
    const voter = await world.user(`voter ${n}`);
    voters.push(voter);
    tags.push((await world.contribute(voter, dataset.pool, { quality: 10_000n })).contribution.contentTag);
  }
  await world.pass(WINDOW);
  for (const [n, { client }] of voters.entries()) {
    await pool.claim(client, { pool: dataset.pool, contentTags: [tags[n]!], toStake: REWARD });
  }
  return { dataset, voters };
}

/** A change of the price of compute, never to the price that is. */
async function change(world: World, turn: number): Promise<ParameterProposal> {
  const value = pool.encodeParameter({ unitPrice: parseEther("0.002") + BigInt(turn) });
  return { ...value, voteBudget: 0n, expiry: (await world.time()) + LIFE, salt: world.unique() };
}

async function proposed(world: World, { dataset }: Council, turn: number) {
  const proposal = await change(world, turn);
  const done = await pool.proposeParameter(world.maker.client, { pool: dataset.pool, proposal });
  return { ...done, proposal };
}

/** They say yes. */
async function agree({ dataset }: Council, voters: readonly User[], ballot: string): Promise<void> {
  for (const { client } of voters) await pool.vote(client, { pool: dataset.pool, id: ballot, support: true });
}

const propose = async (world: World, council: Council) => warm((turn) => proposed(world, council, turn));

const vote = async (world: World, council: Council) => {
  const [last, ...before] = council.voters.toReversed();
  return warm(async (turn) => {
    const { result } = await proposed(world, council, turn);
    await agree(council, before, result.id);
    return pool.vote(last!.client, { pool: council.dataset.pool, id: result.id, support: true });
  });
};

const execute = async (world: World, council: Council) =>
  warm(async (turn) => {
    const { result, proposal } = await proposed(world, council, turn);
    await agree(council, council.voters, result.id);
    return pool.execute(world.maker.client, { pool: council.dataset.pool, proposal });
  });

const accept = async (world: World, council: Council) => {
  const buyer = await world.user("buyer");
  await world.enter(buyer, council.dataset);
  return warm(async () => {
    const proposal = await offer(world, buyer);
    const { result } = await pool.proposePrice(world.maker.client, { pool: council.dataset.pool, proposal });
    await agree(council, council.voters, result.id);
    return pool.accept(buyer.client, { pool: council.dataset.pool, proposal });
  });
};

const offer = async (world: World, buyer: User): Promise<PriceProposal> => ({
  buyer: buyer.address,
  price: parseEther("7"),
  duration: 30n * DAY,
  voteBudget: 0n,
  expiry: (await world.time()) + LIFE,
  salt: world.unique(),
});

/* GROWTH */

type Act = (world: World, council: Council) => Promise<number>;

const few = (act: Act) => async (world: World) => act(world, await openCouncil(world));

const among = (act: Act) => async (world: World, voters: number) => act(world, await openCouncil(world, voters));

const after = (act: Act) => async (world: World, proposals: number) => {
  const council = await openCouncil(world);
  for (let turn = 0; turn < proposals; turn++) await proposed(world, council, turn);
  return act(world, council);
};

/* FLOORS */

const parameter = cost.calldata(cost.times(4, cost.SMALL), cost.AMOUNT, cost.words(1, 0), cost.TIME, cost.HASH);
const proposalData = cost.calldata(cost.SELECTOR, parameter);
const offerData = cost.calldata(
  cost.SELECTOR,
  cost.ADDRESS,
  cost.AMOUNT,
  cost.TIME,
  cost.words(1, 0),
  cost.TIME,
  cost.HASH,
);
const proposeFloor = cost.floor(
  proposalData,
  // a ballot with its number, the weights of maker and providers
  cost.newWord() + cost.changeWord() + cost.readWord() + cost.log(2, 12 * 32),
);
const voteFloor = cost.floor(
  cost.calldata(cost.SELECTOR, cost.HASH, cost.SMALL),
  // the ballot, and the voter's word: stake, lock and who voted
  2 * cost.changeWord() + cost.log(3, 3 * 32),
);
const executeFloor = cost.floor(proposalData, 2 * cost.changeWord() + cost.log(2, 3 * 32));
const acceptFloor = cost.floor(
  offerData,
  // the ballot, the licence, the stakers' part, the maker's part
  4 * cost.changeWord() + cost.log(3, 0) + cost.log(3, 3 * 32) + cost.transferFrom(),
);

const WHOLE_PROPOSAL =
  "the pool is a clone, and the event carries the whole proposal, which whoever votes or executes brings along";
const THREE_WORDS = "the pool is a clone, and who voted stands in another word than the voter's stake and its lock";

const grown = (act: Act) => [
  { of: "providers with a vote", sizes: [3, 30], at: among(act) },
  { of: "proposals before", sizes: [1, 40], at: after(act) },
];

export const governance: readonly Operation[] = [
  {
    name: "propose",
    floor: proposeFloor,
    goal: 62_000,
    shortfall: { atMost: 65_500, because: WHOLE_PROPOSAL },
    ours: few(propose),
    peers: { [GOVERNOR]: openZeppelinGovernor.propose },
    quoted: { [BRAVO]: 371_916 },
    growth: grown(propose),
  },
  {
    name: "vote, a later voter",
    floor: voteFloor,
    goal: 42_000,
    shortfall: { atMost: 46_400, because: THREE_WORDS },
    ours: few(vote),
    peers: { [GOVERNOR]: openZeppelinGovernor.vote },
    quoted: { [BRAVO]: 78_840 },
    growth: grown(vote),
  },
  {
    name: "execute",
    floor: executeFloor,
    goal: 54_000,
    ours: few(execute),
    peers: { [GOVERNOR]: openZeppelinGovernor.execute },
    quoted: { [BRAVO]: 110_602 },
    growth: grown(execute),
  },
  { name: "accept an offer", floor: acceptFloor, ours: few(accept), growth: grown(accept) },
];
