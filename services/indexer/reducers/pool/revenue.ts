import { mustEqual } from "../../state/must.ts";
import { accounts } from "../../tables/accounts.ts";
import { datasets } from "../../tables/datasets.ts";
import type { Context, EventOf } from "../Reducer.ts";
import { accountOf, type AccountRow, datasetOf, type DatasetRow } from "./rows.ts";

const Q80 = 2n ** 80n;

/** The licence revenue (ALITA wei) that a provider may take. */
export const revenueOf = (
  { revenueIndex }: Pick<DatasetRow, "revenueIndex">,
  account: Pick<AccountRow, "revenueOwed" | "revenueIndex" | "staked">,
): bigint => account.revenueOwed + (account.staked * (revenueIndex - account.revenueIndex)) / Q80;

/** An account with its revenue up to now written down. */
export const settleRevenue = (dataset: DatasetRow, account: AccountRow): AccountRow => ({
  ...account,
  revenueOwed: revenueOf(dataset, account),
  revenueIndex: dataset.revenueIndex,
});

/** A pool after a sale of which so much goes to its stakers. */
export function shareRevenue(dataset: DatasetRow, paid: bigint, toStakers: bigint): DatasetRow {
  const { totalStaked, revenueIndex } = dataset;
  return {
    ...dataset,
    revenueIndex: totalStaked === 0n ? revenueIndex : revenueIndex + (toStakers * Q80) / totalStaked,
    makerRevenue: dataset.makerRevenue + paid - toStakers,
  };
}

/** The maker's part was taken to it. */
export async function withdrawMakerRevenue(
  { args }: EventOf<"DataPool", "WithdrawMakerRevenue">,
  context: Context,
): Promise<void> {
  const dataset = await datasetOf(context);
  mustEqual("The maker's revenue", args.amount, dataset.makerRevenue);
  context.state.put(datasets, { ...dataset, makerRevenue: 0n });
}

/** A provider took its own. */
export async function claimRevenue({ args }: EventOf<"DataPool", "ClaimRevenue">, context: Context): Promise<void> {
  const { state } = context;
  const dataset = await datasetOf(context);
  const account = await accountOf(context, dataset.pool, args.provider);
  const owed = revenueOf(dataset, account);
  mustEqual("A provider's revenue", args.amount, owed);
  const revenueClaimed = account.revenueClaimed + owed;
  state.put(accounts, { ...settleRevenue(dataset, account), revenueOwed: 0n, revenueClaimed });
}
