import type { ProviderAccount } from "#sdk/indexer/types.ts";
import { revenueOf } from "../reducers/pool/revenue.ts";
import type { Row } from "../state/Table.ts";
import { accounts } from "../tables/accounts.ts";
import { contributions } from "../tables/contributions.ts";
import { datasets } from "../tables/datasets.ts";
import type { DatasetRow } from "./findDataset.ts";
import { fromCursor, type Page, type PageParams, toPage } from "./Page.ts";
import type { Reading } from "./Reading.ts";
import { claimableAt, reallocated } from "./rewards.ts";
import { select } from "./select.ts";
import { orNull } from "./wire.ts";

type AccountRow = Row<typeof accounts>;

/** Providers of a pool, or the pools of a provider: what each earned, may claim, has at stake. */
export async function listProviders(
  reading: Reading,
  { by, value, limit, cursor }: { readonly by: "pool" | "account"; readonly value: string } & PageParams,
): Promise<Page<ProviderAccount>> {
  const after = cursor === undefined ? ["", ""] : fromCursor(cursor, ["text", "text"]);
  const clause = `WHERE ${by} = ? AND (pool, account) > (?, ?) ORDER BY pool, account LIMIT ?`;
  const rows = await select(reading.queries, accounts, clause, [value, ...after, limit + 1]);
  const items = await Promise.all(rows.slice(0, limit).map((row) => providerOf(reading, row)));
  const { next } = toPage(
    rows,
    limit,
    () => null,
    (row) => [row.pool, row.account],
  );
  return { items, next };
}

async function providerOf(reading: Reading, row: AccountRow): Promise<ProviderAccount> {
  const { queries } = reading;
  const [dataset] = (await select(queries, datasets, "WHERE pool = ?", [row.pool])) as [DatasetRow];
  const { pending, claimable } = await rewards(reading, dataset, row);
  return {
    pool: row.pool,
    token: dataset.token,
    symbol: dataset.symbol,
    account: row.account,
    rewarded: row.rewarded.toString(),
    cap: dataset.maxIncentive.toString(),
    earned: row.earned.toString(),
    pending: pending.toString(),
    claimable: claimable.toString(),
    claimed: row.claimed.toString(),
    forfeited: row.forfeited.toString(),
    slashed: row.slashed.toString(),
    contributions: row.contributions,
    staked: row.staked.toString(),
    stakeRoom: row.room.toString(),
    unbonding: row.unbonding.toString(),
    unbondedAt: row.unbonding === 0n ? null : orNull(row.unbondedAt),
    lockedUntil: orNull(row.lockedUntil),
    revenueClaimable: revenueOf(dataset, row).toString(),
    revenueClaimed: row.revenueClaimed.toString(),
    computeBase: row.computeBase.toString(),
    computeData: row.computeData.toString(),
  };
}

/** Rewards that can and that cannot be taken yet; all re-allocations together stay within the cap. */
async function rewards({ queries, now }: Reading, dataset: DatasetRow, { pool, account, rewarded }: AccountRow) {
  const rows = await select(queries, contributions, "WHERE pool = ? AND provider = ? ORDER BY number", [pool, account]);
  let room = dataset.maxIncentive - rewarded;
  let [pending, claimable] = [0n, 0n];
  for (const row of rows) {
    const share = reallocated(dataset, row);
    const credit = share < room ? share : room;
    room -= credit;
    if (now >= claimableAt(dataset, row)) claimable += row.reward + credit;
    else pending += row.reward + credit;
  }
  return { pending, claimable };
}
