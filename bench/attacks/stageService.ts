import { parseEther } from "ethers";
import { compute, type Contribution, type Dataset, type Job, type Payout } from "#sdk";
import { allow, DAY, type Terms, type User, type World } from "../gas/World.ts";
import type { PairModel } from "./PairModel.ts";
import { worth } from "./PairModel.ts";
import { modelOf, purseOf } from "./stageMarket.ts";

export const UNIT_PRICE = parseEther("1");
const CHALLENGE = DAY + 1n; // seconds until a settlement is final
const CLAIM_PERIOD = 100n * DAY; // more than the contract's

/** A dataset whose pool takes jobs, and everybody that a job needs. */
export interface Service {
  readonly dataset: Dataset;
  readonly consumer: User;
  readonly coordinator: User;
  readonly provider: User;
  readonly contribution: Contribution; // of the provider's, on its device
  readonly pair: PairModel; // honest prices
}

export async function stageService(world: World, terms: Terms = {}): Promise<Service> {
  const dataset = await world.launch({ ...terms, pool: { unitPrice: UNIT_PRICE, ...terms.pool } });
  const [consumer, coordinator, provider] = [
    await world.user("consumer"),
    await world.user("coordinator"),
    await world.user("provider"),
  ];
  await world.enter(consumer, dataset);
  const { alita, billing } = consumer.client;
  await allow(consumer, [alita.address, dataset.token], [billing.address]);
  const { contribution } = await world.contribute(provider, dataset.pool);
  await world.pass(3n * DAY); // the average is the price, and the contribution stands
  return { dataset, consumer, coordinator, provider, contribution, pair: await modelOf(consumer, dataset) };
}

export interface Order {
  readonly maxUnits: bigint;
  readonly payWith?: "both" | "base";
  readonly coordinatorFee?: bigint; // ALITA wei
  readonly epsilon?: bigint; // wad
  readonly deadline?: bigint; // unix seconds
}

export async function openJob(world: World, { dataset, consumer, coordinator }: Service, order: Order): Promise<Job> {
  const { result } = await compute.open(consumer.client, {
    pool: dataset.pool,
    coordinator: coordinator.address,
    program: world.unique(),
    minCohort: 1n,
    epsilon: parseEther("0.01"),
    deadline: (await world.time()) + 7n * DAY,
    coordinatorFee: 0n,
    payWith: "both",
    salt: world.unique(),
    ...order,
  });
  return result.job;
}

export const payoutTo = ({ provider, contribution }: Service, units: bigint, index = 0): Payout => ({
  index,
  provider: provider.address,
  contribution: contribution.contentTag,
  units,
});

/** The coordinator settles with these payouts, and nobody disputes. */
export async function settleFinally(world: World, { coordinator }: Service, job: Job, payouts: readonly Payout[]) {
  const settlement = compute.settlementOf(payouts, world.unique());
  await compute.settle(coordinator.client, { job, settlement });
  await world.pass(CHALLENGE);
}

/** Pays all that is left to pay once every time has passed. */
export async function endClaims(world: World): Promise<void> {
  await world.pass(CLAIM_PERIOD);
}

/** What these people have, ALITA wei, Data Token at the honest price. */
async function wealthOf(users: readonly User[], { dataset, pair }: Pick<Service, "dataset" | "pair">): Promise<bigint> {
  let wealth = 0n;
  for (const user of users) {
    const { base, data } = await purseOf(user, dataset);
    wealth += base + worth(data, pair);
  }
  return wealth;
}

/** What these people win by it, ALITA wei. */
export async function profitOf(
  users: readonly User[],
  staged: Pick<Service, "dataset" | "pair">,
  play: () => Promise<unknown>,
): Promise<bigint> {
  const before = await wealthOf(users, staged);
  await play();
  return (await wealthOf(users, staged)) - before;
}
