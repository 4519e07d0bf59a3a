import type { IndexedContribution } from "#sdk/indexer/types.ts";
import type { Value } from "../../shared/database/index.ts";
import type { Row } from "../state/Table.ts";
import { accounts } from "../tables/accounts.ts";
import { contributions } from "../tables/contributions.ts";
import { datasets } from "../tables/datasets.ts";
import type { DatasetRow } from "./findDataset.ts";
import { fromCursor, type Page, type PageParams, toPage } from "./Page.ts";
import type { Reading } from "./Reading.ts";
import { claimableAt, rewardOf } from "./rewards.ts";
import { select } from "./select.ts";
import { orNull } from "./wire.ts";

type ContributionRow = Row<typeof contributions>;

export interface ContributionParams extends PageParams {
  readonly pool?: string;
  readonly provider?: string;
}

/** Contributions of a pool, of a provider or of both, by pool and then the newest first. */
export async function listContributions(
  { queries }: Reading,
  { pool, provider, limit, cursor }: ContributionParams,
): Promise<Page<IndexedContribution>> {
  const parts = ["1 = 1"];
  const values: Value[] = [];
  const demand = (part: string, ...given: readonly Value[]) => {
    parts.push(part);
    values.push(...given);
  };
  if (pool !== undefined) demand("pool = ?", pool);
  if (provider !== undefined) demand("provider = ?", provider);
  if (cursor !== undefined) demand("(pool, -number) > (?, ?)", ...fromCursor(cursor, ["text", "integer"]));
  const clause = `WHERE ${parts.join(" AND ")} ORDER BY pool, -number LIMIT ?`;
  const rows = await select(queries, contributions, clause, [...values, limit + 1]);
  const told = await Promise.all(rows.slice(0, limit).map((row) => tell(queries, row)));
  const page = toPage(
    rows,
    limit,
    () => null,
    (row) => [row.pool, -row.number],
  );
  return { items: told, next: page.next };
}

async function tell(queries: Reading["queries"], row: ContributionRow): Promise<IndexedContribution> {
  const [dataset] = await select(queries, datasets, "WHERE pool = ?", [row.pool]);
  const [account] = await select(queries, accounts, "WHERE pool = ? AND account = ?", [row.pool, row.provider]);
  return contributionOf(dataset as DatasetRow, account as Row<typeof accounts>, row);
}

function contributionOf(dataset: DatasetRow, account: Row<typeof accounts>, row: ContributionRow): IndexedContribution {
  return {
    pool: row.pool,
    contentTag: row.contentTag,
    provider: row.provider,
    kind: row.contributionKind === "device" ? "device" : "remote",
    contentRoot: row.contentRoot,
    metadata: row.metadata,
    units: row.units.toString(),
    parent: orNull(row.parent),
    quality: row.quality,
    novelty: row.novelty,
    number: row.number,
    submittedAt: row.submittedAt,
    claimableAt: claimableAt(dataset, row),
    revokedAt: orNull(row.revokedAt),
    slashed: row.slashed,
    credited: row.credited.toString(),
    reward: rewardOf(dataset, account, row).toString(),
  };
}
