import { poolAt, tokenAt } from "#sdk/chain/contracts.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import type { Database } from "../../shared/database/index.ts";
import { rewardOf } from "../queries/rewards.ts";
import type { DatasetRow } from "../queries/findDataset.ts";
import { select } from "../queries/select.ts";
import { revenueOf } from "../reducers/pool/revenue.ts";
import type { AccountRow } from "../reducers/pool/rows.ts";
import { accounts } from "../tables/accounts.ts";
import { attesters } from "../tables/attesters.ts";
import { balances } from "../tables/balances.ts";
import { contributions } from "../tables/contributions.ts";
import { datasets } from "../tables/datasets.ts";
import { licences } from "../tables/licences.ts";
import { spread } from "./spread.ts";
import type { Views } from "./createViews.ts";

export interface ViewContext {
  readonly client: Datawell;
  readonly views: Views;
  readonly database: Database;
  readonly sample: number;
}

/** Compares what the index has of people: balances, accounts in pools, contributions, licences and bonds. */
export async function viewsOfAccounts(context: ViewContext): Promise<void> {
  const { client, views, database, sample } = context;
  for (const { asset, account, amount } of spread(
    await select(database, balances, "ORDER BY asset, account", []),
    sample,
  )) {
    const expected = { value: amount };
    await views.compare({ at: tokenAt(asset), name: "balanceOf", args: [account], expected });
  }
  for (const row of spread(await select(database, accounts, "ORDER BY pool, account", []), sample)) {
    await viewsOfProvider(context, row);
  }
  for (const row of spread(await select(database, contributions, "ORDER BY pool, number", []), sample)) {
    const [dataset] = (await select(database, datasets, "WHERE pool = ?", [row.pool])) as [DatasetRow];
    const where = "WHERE pool = ? AND account = ?";
    const [account] = (await select(database, accounts, where, [row.pool, row.provider])) as [AccountRow];
    const at = poolAt(row.pool);
    const reward = { value: rewardOf(dataset, account, row) };
    await views.compare({ at, name: "rewardOf", args: [row.contentTag], expected: reward });
    const { number, quality, units, slashed, revokedAt } = row;
    const expected = { provider: row.provider, number, quality, units, slashed, revokedAt };
    await views.compare({ at, name: "contributionOf", args: [row.contentTag], expected });
  }
  for (const { pool, licensee, until } of spread(
    await select(database, licences, "ORDER BY pool, licensee", []),
    sample,
  )) {
    await views.compare({ at: poolAt(pool), name: "licensedUntil", args: [licensee], expected: { value: until } });
  }
  for (const { attester, bond, withdrawableAt, barred } of await select(database, attesters, "ORDER BY attester", [])) {
    const expected = { amount: bond, withdrawableAt, barred };
    await views.compare({ at: client.registry, name: "bondOf", args: [attester], expected });
  }
}

async function viewsOfProvider({ views, database }: ViewContext, row: AccountRow): Promise<void> {
  const at = poolAt(row.pool);
  const [dataset] = (await select(database, datasets, "WHERE pool = ?", [row.pool])) as [DatasetRow];
  const position = { staked: row.staked, room: row.room, lockedUntil: row.lockedUntil };
  await views.compare({ at, name: "positionOf", args: [row.account], expected: position });
  const account = { rewarded: row.rewarded, unbonding: row.unbonding, unbondedAt: row.unbondedAt, live: row.devices };
  await views.compare({ at, name: "accountOf", args: [row.account], expected: account });
  const revenue = { value: revenueOf(dataset, row) };
  await views.compare({ at, name: "revenueOf", args: [row.account], expected: revenue });
}
