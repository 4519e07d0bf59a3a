import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import { coming } from "./coming.ts";
import type { Dataset } from "../../types/Dataset.ts";

export type Status = Awaited<ReturnType<typeof status>>;

/** Where a pool stands: money (wei of the reward token, revenue and prices in ALITA), switches, today's terms and those to come. */
export async function status(client: Datawell, { pool }: Pick<Dataset, "pool">) {
  const at = poolAt(pool);
  const [
    rewardToken,
    ownerStake,
    totalStaked,
    escrow,
    price,
    makerRevenue,
    minQuality,
    listed,
    contributionsOpen,
    compute,
    announced,
  ] = await Promise.all([
    read(client, at, "rewardToken", []),
    read(client, at, "ownerStake", []),
    read(client, at, "totalStaked", []),
    read(client, at, "escrow", []),
    read(client, at, "price", []),
    read(client, at, "makerRevenue", []),
    read(client, at, "minQuality", []),
    read(client, at, "listed", []),
    read(client, at, "contributionsOpen", []),
    read(client, at, "computeTerms", []),
    coming(client, { pool }),
  ]);
  const { cohort, unitPrice, attesterSet } = compute;
  const money = { rewardToken, ownerStake, totalStaked, escrow, price, makerRevenue, unitPrice };
  return { ...money, minQuality, listed, contributionsOpen, cohort, attesterSet, coming: announced };
}
