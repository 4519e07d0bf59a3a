import { Discontinuity } from "../../state/Discontinuity.ts";
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

/** The maker took its part, or a provider its own: the event is one, so a maker who stakes is told by the amount. */
export async function claimRevenue({ args }: EventOf<"DataPool", "ClaimRevenue">, context: Context): Promise<void> {
  const { state } = context;
  const dataset = await datasetOf(context);
  if (args.account === dataset.maker && args.amount === dataset.makerRevenue) {
    return state.put(datasets, { ...dataset, makerRevenue: 0n });
  }
  const account = await accountOf(context, dataset.pool, args.account);
  const owed = revenueOf(dataset, account);
  if (args.amount !== owed) throw new Discontinuity(`Revenue of ${args.amount} was taken where ${owed} was owed`);
  const revenueClaimed = account.revenueClaimed + owed;
  state.put(accounts, { ...settleRevenue(dataset, account), revenueOwed: 0n, revenueClaimed });
}
