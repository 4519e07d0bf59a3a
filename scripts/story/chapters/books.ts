import { ZeroAddress } from "ethers";
import { compute, market, pool, poolAt, read } from "#sdk";
import { splitJob } from "#sdk/math/job/splitJob.ts";
import type { Job } from "#sdk/types/Job.ts";
import { balanceOf, supplyOf } from "../money.ts";
import type { Contributed } from "../provide.ts";
import { alita, amount } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import type { Station } from "../stations.ts";

/** All that the story left behind. */
export interface Estate {
  readonly datasets: readonly Launched[];
  readonly contributed: readonly (readonly Contributed[])[]; // by dataset
  readonly jobs: readonly Job[];
  readonly stations: readonly Station[];
}

/** Closing the books: every contract holds what it owes, and no token appeared or vanished. */
export async function closeBooks(stage: Stage, estate: Estate): Promise<void> {
  stage.narrator.chapter("The books are closed");
  await checkSupply(stage, { name: "ALITA", token: stage.cast.mia.alita.address }, estate);
  for (const [index, dataset] of estate.datasets.entries()) {
    await checkSupply(stage, { name: dataset.symbol, token: dataset.token }, estate);
    await checkSupply(stage, { name: `liquidity of ${dataset.symbol}`, token: dataset.pair }, estate);
    await checkPair(stage, dataset);
    await checkPool(stage, dataset, estate.contributed[index] ?? []);
  }
  await checkBilling(stage, estate);
}

/** Where the registry sends what nobody shall have. */
const NOWHERE = "0x000000000000000000000000000000000000dEaD";

interface Named {
  readonly name: string;
  readonly token: string;
}

/** Nobody outside the story holds a token: all balances together are the supply. */
async function checkSupply(
  { cast, narrator }: Stage,
  { name, token }: Named,
  { datasets, stations }: Estate,
): Promise<void> {
  const { mia } = cast;
  const holders = [
    NOWHERE,
    ZeroAddress, // a pair's first liquidity belongs to nobody, for ever
    ...[...Object.values(cast), ...stations].map(({ address }) => address),
    ...[mia.factory, mia.registry, mia.billing, mia.router].map(({ address }) => address),
    ...datasets.flatMap((dataset) => [dataset.token, dataset.pair, dataset.pool]),
  ];
  const balances = await Promise.all(holders.map((holder) => balanceOf(mia, token, holder)));
  narrator.equal(`${name}: all balances add up to the supply`, sum(balances), await supplyOf(mia, token), amount);
}

async function checkPair({ cast, narrator }: Stage, { name, token, pair }: Launched): Promise<void> {
  const { mia } = cast;
  const { reserveData, reserveBase } = await market.market(mia, { token, pair });
  narrator.equal(
    `the pair of ${name} holds its Data Token reserve`,
    await balanceOf(mia, token, pair),
    reserveData,
    amount,
  );
  narrator.equal(
    `the pair of ${name} holds its ALITA reserve`,
    await balanceOf(mia, mia.alita.address, pair),
    reserveBase,
    alita,
  );
}

/** POOL-1: the pool holds escrow, pending rewards and stakes in the reward token, revenue in ALITA. */
async function checkPool(
  { cast, narrator }: Stage,
  dataset: Launched,
  contributed: readonly Contributed[],
): Promise<void> {
  const { mia } = cast;
  const { name, pool: address } = dataset;
  const { escrow, rewardToken, totalStaked, makerRevenue } = await pool.status(mia, dataset);
  const tags = contributed.map(({ contentTag }) => contentTag);
  const pending = sum(await Promise.all(tags.map((tag) => read(mia, poolAt(address), "rewardOf", [tag]))));
  const people = await Promise.all(
    Object.values(cast).map((one) => pool.account(mia, { pool: address, who: one.address })),
  );
  const unbonding = sum(people.map((one) => one.unbonding));
  const revenue = makerRevenue + sum(people.map((one) => one.revenue));

  const inReward = escrow + pending + totalStaked + unbonding;
  const owed =
    rewardToken === mia.alita.address
      ? { reward: inReward + revenue, alita: inReward + revenue }
      : { reward: inReward, alita: revenue };
  const held = await balanceOf(mia, rewardToken, address);
  const alitaHeld = await balanceOf(mia, mia.alita.address, address);
  narrator.check(
    `${name} holds ${amount(held)} of its reward token and owes ${amount(owed.reward)}`,
    covers(held, owed.reward),
  );
  narrator.check(`${name} holds ${alita(alitaHeld)} and owes ${alita(owed.alita)}`, covers(alitaHeld, owed.alita));
}

const DUST = 1_000n; // wei that rounding leaves in a pool over the whole story

/** All that is owed is there, and hardly a wei more. */
const covers = (held: bigint, owed: bigint): boolean => held >= owed && held - owed <= DUST;

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, one) => total + one, 0n);

/** BILL-1: the billing holds exactly what is still open. */
async function checkBilling({ cast, narrator }: Stage, { jobs, datasets }: Estate): Promise<void> {
  const { mia } = cast;
  const open = await Promise.all(
    jobs.map(async (job) => ({
      token: job.token,
      ...stillOpen(job, await compute.status(mia, { jobId: compute.jobId(job) })),
    })),
  );
  const base = await balanceOf(mia, mia.alita.address, mia.billing.address);
  narrator.equal("the billing holds the ALITA of open jobs", base, sum(open.map((one) => one.base)), alita);
  for (const { symbol, token } of datasets) {
    const owed = sum(open.filter((one) => one.token === token).map((one) => one.data));
    narrator.equal(`and their ${symbol}`, await balanceOf(mia, token, mia.billing.address), owed, amount);
  }
}

interface Legs {
  readonly base: bigint; // ALITA wei
  readonly data: bigint; // Data Token wei
}

/** What of a job's escrow nobody took yet. */
function stillOpen(job: Job, status: compute.JobStatus): Legs {
  if (status.phase === "Refunded") return { base: 0n, data: 0n };
  const overruled = status.phase === "Overruled";
  const split = splitJob(job, status.units, overruled);
  const fee = status.feePaid ? 0n : split.fee;
  const unused = status.unusedReturned
    ? { base: 0n, data: 0n }
    : { base: split.baseRefund, data: split.dataRefund + split.dataBurned };
  return {
    base: (status.units - status.takenUnits) * job.unitPrice + fee + unused.base,
    data: (status.units - status.takenUnits) * job.unitData + unused.data,
  };
}
