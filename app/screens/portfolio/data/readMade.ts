import { makerFee } from "#sdk/actions/market/makerFee.ts";
import { poolAt } from "#sdk/chain/contracts.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { read } from "#sdk/chain/read.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";

export type Made = Awaited<ReturnType<typeof readMade>>;

/** What a dataset owes its maker, and what is locked. */
export async function readMade(client: Datawell, dataset: Dataset) {
  const { token, pool } = dataset;
  const [revenue, launch, fee, listed, price] = await Promise.all([
    read(client, poolAt(pool), "makerRevenue", []),
    read(client, client.factory, "launchTerms", [token]),
    makerFee(client, dataset),
    read(client, poolAt(pool), "listed", []),
    read(client, poolAt(pool), "price", []),
  ]);
  const { lockedUntil, lockedData, lockedLiquidity } = launch;
  return { revenue, fee, lockedUntil, lockedData, lockedLiquidity, listed, price };
}
