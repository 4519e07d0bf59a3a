import { parseEther } from "ethers";
import { compute, type Datawell } from "#sdk";
import { mean } from "#sdk/programs/index.ts";
import { taskDigest } from "#sdk/task/index.ts";
import type { Job } from "#sdk/types/Job.ts";
import type { Payout } from "#sdk/math/sumTree.ts";
import { chainTime } from "../chain/clock.ts";
import type { Contributed } from "./provide.ts";
import type { Launched, Stage } from "./Stage.ts";

/** The mean of the days' highest temperatures. */
const PROGRAM = taskDigest(mean({ field: "temp_max", scale: 10, bound: 200_000n }).task);

/** What a job of the story asks for. */
export interface Order {
  readonly maxUnits: bigint;
  readonly lasts: bigint; // seconds until it must be settled
  readonly minCohort?: bigint; // by default what the pool demands
  readonly epsilon?: bigint; // wad, by default a half
}

/** Opens a job with ALITA alone: the Data Token is bought inside. */
export async function open({ chain, cast }: Stage, consumer: Datawell, dataset: Launched, order: Order) {
  const { maxUnits, lasts, minCohort = dataset.params.pool.minCohort, epsilon = parseEther("0.5") } = order;
  const { result } = await compute.open(consumer, {
    pool: dataset.pool,
    coordinator: cast.cora.address,
    program: PROGRAM,
    maxUnits,
    minCohort,
    epsilon,
    deadline: (await chainTime(chain)) + lasts,
    coordinatorFee: parseEther("5"),
    payWith: "base",
  });
  return result;
}

/** What everybody would be paid for one pass over all records, a unit each. */
export const payoutsOf = (contributed: readonly Contributed[]): readonly Payout[] =>
  contributed.map(({ provider, contentTag, slice }, index) => ({
    index,
    provider: provider.address,
    contribution: contentTag,
    units: BigInt(slice.table.rows.length),
  }));

/** Everybody who worked takes both legs, all payouts of one provider in one transaction. */
export async function claimAll(job: Job, contributed: readonly Contributed[], payouts: readonly Payout[]) {
  const claims = compute.payoutClaims(job, payouts);
  const providers = new Set(contributed.map(({ provider }) => provider));
  const paid = [];
  for (const provider of providers) {
    const own = claims.filter(({ payout }) => payout.provider === provider.address);
    const { result } = await compute.claimMany(provider, own);
    const data = result.data.reduce((sum, { amount }) => sum + amount, 0n);
    const units = own.reduce((sum, { payout }) => sum + payout.units, 0n);
    paid.push({ provider, units, base: result.base, data });
  }
  return paid;
}
