import { dataset as datasets, encode, market, pairAt, transact } from "#sdk";
import { random } from "../../similarity/random.ts";
import { allow, type World } from "../../gas/World.ts";
import type { Attack, Finding, Try } from "../Attack.ts";
import { confirm } from "../confirm.ts";
import { integer } from "../figures.ts";
import * as model from "../PairModel.ts";
import { sized } from "../search.ts";
import { gained } from "../stageMarket.ts";

const MINIMUM_LIQUIDITY = 1_000n;
const MOST = 10n ** 24n; // wei
const MAX_RESERVE = 2n ** 88n; // wei
const ROUNDS = 20_000;
const AFTER_LOCK = 3_600n; // seconds

interface Inflation {
  readonly data: bigint; // wei of the first deposit
  readonly base: bigint;
  readonly times: bigint; // the donation, in first deposits
  readonly victim: bigint; // ALITA wei of the victim's join
}

interface Outcome {
  readonly first: bigint; // liquidity of the first depositor
  readonly joined: model.Position | undefined; // undefined: the victim's join is refused
  readonly end: model.Position;
}

/** The maker opens its pair with little, inflates the shares, and leaves after somebody joined. */
function play({ data, base, times, victim }: Inflation): Outcome {
  const supply = model.firstLiquidity(data, base);
  const first = supply - MINIMUM_LIQUIDITY;
  const opened = { data, base, supply, kLast: 0n, share: 0n, donatedData: data * times, donatedBase: base * times };
  const purse = { data: -data * (1n + times), base: -base * (1n + times), liquidity: first };
  const inflated = model.sync({ pair: opened, purse }, 0n)!;
  const joined = model.join({ pair: inflated.pair, purse: model.EMPTY_PURSE }, victim);
  const end = model.exit({ pair: joined?.pair ?? inflated.pair, purse }, first) ?? { pair: opened, purse };
  return { first, joined, end };
}

/** Both sides at the price that the first deposit set. */
function judged(inflation: Inflation): Try {
  const { data, base, times, victim } = inflation;
  const { first, end } = play(inflation);
  const supply = first + MINIMUM_LIQUIDITY;
  const reserve = base * (1n + times);
  const inShare = (2n * reserve * first) / supply ** 2n;
  const forNobody = (2n * MINIMUM_LIQUIDITY * base * times) / supply;
  const wei = 4n + (4n * base) / data; // of roundings
  return {
    choice: `${integer(data)} and ${integer(base)} wei, ${integer(times)} times as much donated`,
    profit: end.purse.base + (end.purse.data * base) / data,
    atRisk: 2n * victim,
    bound: inShare - forNobody + wei,
  };
}

function randomInflation(next: () => number): Inflation {
  const data = sized(next, 1n, MOST);
  const base = sized(next, 1n, MOST);
  const larger = data > base ? data : base;
  const room = MAX_RESERVE / larger / 4n;
  const times = next() < 0.2 || room < 1n ? 0n : sized(next, 1n, room < 10n ** 14n ? room : 10n ** 14n);
  return { data, base, times, victim: sized(next, 1n, base * (1n + times)) };
}

const isPossible = ({ data, base }: Inflation): boolean =>
  data * base > MINIMUM_LIQUIDITY ** 2n && model.firstLiquidity(data, base) > MINIMUM_LIQUIDITY;

async function search(world: World): Promise<Finding> {
  const next = random(3);
  const all = Array.from({ length: ROUNDS }, () => randomInflation(next)).filter(isPossible);
  const found = all.map((inflation) => ({ inflation, found: judged(inflation) }));
  const playable = found.filter(({ inflation }) => isPlayable(inflation));
  const best = playable.toSorted((a, b) => (a.found.profit > b.found.profit ? -1 : 1)).slice(0, 3);
  for (const { inflation } of best) await world.isolated(() => confirmOne(world, inflation));
  const inflated = found.filter(({ inflation: { times } }) => times > 0n);
  const most = inflated.reduce((a, b) => (b.found.profit > a.found.profit ? b : a));
  return {
    searched: "both first amounts, a donation of up to 10^14 times them, the victim's join, from 1 wei upward",
    tries: found.map((one) => one.found),
    confirmed: best.length,
    notes: [`Of those tries that donate at least the deposit again the best wins ${most.found.profit} wei.`],
  };
}

/** What the actors can pay. */
const isPlayable = (inflation: Inflation): boolean => {
  const { data, base, times, victim } = inflation;
  const afford = [data, base, victim].every((amount) => amount * (1n + times) < 5n * 10n ** 23n);
  return afford && play(inflation).joined !== undefined && (victim * data) / base > 0n;
};

async function confirmOne(world: World, inflation: Inflation): Promise<void> {
  const { data, base, victim } = inflation;
  const { maker } = world;
  const lockedUntil = (await world.time()) + AFTER_LOCK;
  const terms = { liquidityData: data, liquidityBase: base, makerFeeShare: 0n, lockedUntil, pool: { allocation: 1n } };
  const dataset = await world.launch(terms);
  await world.pass(2n * AFTER_LOCK);
  await datasets.release(maker.client, dataset);
  const joiner = await world.user("joiner");
  await allow(joiner, [joiner.client.alita.address, dataset.token], [dataset.pair]);
  const expected = play(inflation);
  const needed = -(expected.joined?.purse.data ?? 0n);
  await datasets.transfer(maker.client, { token: dataset.token, to: joiner.address, amount: needed + 1n });
  const won = await gained(maker, dataset, async () => {
    await donate(world, dataset, inflation);
    const reserves = await market.reservesOf(joiner.client, dataset);
    const dataFor = (victim * reserves.data) / reserves.base + 1n;
    await market.add(joiner.client, { dataset, data: dataFor, base: victim });
    await market.remove(maker.client, { dataset, liquidity: expected.first });
  });
  confirm("ALITA of the first depositor", expected.end.purse.base + base, won.base);
  confirm("Data Token of the first depositor", expected.end.purse.data + data, won.data);
}

async function donate(
  { maker }: World,
  dataset: Awaited<ReturnType<World["launch"]>>,
  { data, base, times }: Inflation,
) {
  if (times === 0n) return;
  const { client } = maker;
  await datasets.transfer(client, { token: dataset.token, to: dataset.pair, amount: data * times });
  await datasets.transfer(client, { token: client.alita.address, to: dataset.pair, amount: base * times });
  await transact(client, { to: dataset.pair, calls: [encode(pairAt(dataset.pair), "sync", [])] });
}

export const firstDeposit: Attack = {
  name: "inflated first deposit",
  question:
    "Can a maker open its pair with next to nothing, inflate a share, and keep what rounding takes from those who join?",
  assumption: "The maker is the attacker, waits for the end of its lock, and the victim joins without a bound. No gas.",
  loser: "Whoever joins next, less than one share.",
  bound: "a / S of one share, less 1,000 / S of the donation, and 4 wei of each token",
  why:
    "The first 1,000 shares are nobody's (PAIR-3): of every wei donated at least 1,000 / S is lost, while a victim loses less than one " +
    "share, of which the attacker has a / S. The donation therefore costs a thousand times what it can bring, and without one there is only the rounding of a share that costs wei.",
  precedent:
    "Uniswap v2's whitepaper (section 3.4) for the remedy; ERC-4626 vaults and Hundred Finance 2023 for the loss.",
  search,
};
