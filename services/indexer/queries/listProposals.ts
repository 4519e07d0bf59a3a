import type { IndexedProposal } from "#sdk/indexer/types.ts";
import { proposals } from "../tables/proposals.ts";
import { fromCursor, type Page, type PageParams, toPage } from "./Page.ts";
import { proposalOf } from "./proposalOf.ts";
import type { Reading } from "./Reading.ts";
import { select } from "./select.ts";

/** The proposals of a pool, the newest first. */
export async function listProposals(
  { queries, now }: Reading,
  pool: string,
  { limit, cursor }: PageParams,
): Promise<Page<IndexedProposal>> {
  const [before = Number.MAX_SAFE_INTEGER] = cursor === undefined ? [] : fromCursor(cursor, ["integer"]);
  const clause = "WHERE pool = ? AND number < ? ORDER BY number DESC LIMIT ?";
  const rows = await select(queries, proposals, clause, [pool, before, limit + 1]);
  return toPage(
    rows,
    limit,
    (row) => proposalOf(row, now),
    ({ number }) => [number],
  );
}
