import { ZeroAddress } from "ethers";
import { pairAt, poolAt, tokenAt } from "#sdk/chain/contracts.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import type { DatasetRow } from "../queries/findDataset.ts";
import type { Views } from "./createViews.ts";

/** Compares what the index has of a dataset's market and pool. */
export async function viewsOfDataset({ factory, billing }: Datawell, views: Views, row: DatasetRow): Promise<void> {
  const [token, pair, pool] = [tokenAt(row.token), pairAt(row.pair), poolAt(row.pool)];
  const value = (told: string | bigint | number | boolean) => ({ value: told });
  const reserves = row.dataFirst
    ? { 0: row.reserveData, 1: row.reserveBase }
    : { 0: row.reserveBase, 1: row.reserveData };
  await views.compare({
    at: factory,
    name: "datasetOf",
    args: [row.token],
    expected: { pair: row.pair, pool: row.pool },
  });
  await views.compare({ at: token, name: "totalSupply", args: [], expected: value(row.supply) });
  await views.compare({ at: token, name: "metadataVersion", args: [], expected: value(row.metadataVersion) });
  await views.compare({ at: pair, name: "getReserves", args: [], expected: reserves });
  await views.compare({ at: pair, name: "totalSupply", args: [], expected: value(row.liquidity) });
  await views.compare({ at: pair, name: "balanceOf", args: [ZeroAddress], expected: value(1_000n) });
  await views.compare({ at: pool, name: "ownerStake", args: [], expected: value(row.ownerStake) });
  await views.compare({ at: pool, name: "totalStaked", args: [], expected: value(row.totalStaked) });
  await views.compare({ at: pool, name: "escrow", args: [], expected: value(row.ownerStake - row.committed) });
  await views.compare({ at: pool, name: "makerRevenue", args: [], expected: value(row.makerRevenue) });
  await views.compare({ at: pool, name: "price", args: [], expected: value(row.licencePrice) });
  await views.compare({ at: pool, name: "listed", args: [], expected: value(row.listed) });
  const terms = { unitPrice: row.unitPrice, cohort: row.cohort, minCohort: row.minCohort };
  await views.compare({ at: pool, name: "computeTerms", args: [], expected: terms });
  const budget = { periodStart: row.epsilonPeriodStart, spent: row.epsilonSpent };
  await views.compare({ at: billing, name: "privacyOf", args: [row.pool], expected: budget });
}
