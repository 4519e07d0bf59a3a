import type { Staker } from "#sdk/indexer/types.ts";
import { accounts } from "../tables/accounts.ts";
import type { DatasetRow } from "./findDataset.ts";
import { fromCursor, type Page, type PageParams, toPage } from "./Page.ts";
import type { Reading } from "./Reading.ts";
import { select } from "./select.ts";

const BPS = 10_000n;

/** Who has a stake in a pool, and which share of all weight, the owner's included (rounded down). */
export async function listStakers(
  { queries }: Reading,
  { pool, ownerStake, totalStaked }: DatasetRow,
  { limit, cursor }: PageParams,
): Promise<Page<Staker>> {
  const after = cursor === undefined ? [""] : fromCursor(cursor, ["text"]);
  const clause = "WHERE pool = ? AND (staked <> '0' OR unbonding <> '0') AND account > ? ORDER BY account LIMIT ?";
  const rows = await select(queries, accounts, clause, [pool, ...after, limit + 1]);
  const whole = ownerStake + totalStaked;
  const shareOf = (staked: bigint) => (whole === 0n ? 0 : Number((staked * BPS) / whole));
  return toPage(
    rows,
    limit,
    ({ account, staked, unbonding }) => ({
      account,
      staked: staked.toString(),
      unbonding: unbonding.toString(),
      share: shareOf(staked),
    }),
    ({ account }) => [account],
  );
}
