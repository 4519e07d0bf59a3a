import { mustEqual, mustGet } from "../../state/must.ts";
import { accounts } from "../../tables/accounts.ts";
import { contributions } from "../../tables/contributions.ts";
import { datasets } from "../../tables/datasets.ts";
import type { Context, EventOf } from "../Reducer.ts";
import { accountOf, datasetOf } from "./rows.ts";

const Q64 = 2n ** 64n;

/** Unearned escrow was spread over the live contributions by units. */
export async function reallocate({ args }: EventOf<"DataPool", "Reallocate">, context: Context): Promise<void> {
  const dataset = await datasetOf(context);
  const { amount, totalUnits } = args;
  mustEqual("The units of a pool", totalUnits, dataset.liveUnits);
  const reallocationIndex = dataset.reallocationIndex + (amount * Q64) / totalUnits;
  context.state.put(datasets, { ...dataset, reallocationIndex, committed: dataset.committed + amount });
}

/** A contribution's part of it was credited, and what exceeded its provider's cap returned. */
export async function settleReallocation(
  { args }: EventOf<"DataPool", "SettleReallocation">,
  context: Context,
): Promise<void> {
  const { state } = context;
  const { contentTag, credited, returned } = args;
  const dataset = await datasetOf(context);
  const { pool, reallocationIndex } = dataset;
  const row = await mustGet(state, contributions, [pool, contentTag]);
  const share = ((reallocationIndex - row.reallocationIndex) * row.units) / Q64;
  mustEqual("A part of a re-allocation", credited + returned, share);
  const account = await accountOf(context, pool, row.provider);
  const reward = { credited: row.credited + credited, reward: row.reward + credited };
  state.put(contributions, { ...row, ...reward, reallocationIndex });
  const earned = { rewarded: account.rewarded + credited, earned: account.earned + credited };
  state.put(accounts, { ...account, ...earned });
  state.put(datasets, { ...dataset, committed: dataset.committed - returned });
}
