import type { IndexedProposal, IndexedVote } from "#sdk/indexer/types.ts";
import { ServiceError } from "../../shared/http/index.ts";
import { proposals } from "../tables/proposals.ts";
import { votes } from "../tables/votes.ts";
import { proposalOf } from "./proposalOf.ts";
import type { Reading } from "./Reading.ts";
import { select, selectOne } from "./select.ts";

/**
 * A proposal and all its votes, oldest first.
 * @throws ServiceError 404 UnknownProposal
 */
export async function showProposal(
  { queries, now }: Reading,
  pool: string,
  id: string,
): Promise<{ readonly proposal: IndexedProposal; readonly votes: readonly IndexedVote[] }> {
  const row = await selectOne(queries, proposals, "pool = ? AND id = ?", [pool, id]);
  if (row === undefined) {
    const fault = `The pool ${pool} has no proposal ${id}`;
    throw new ServiceError({ status: 404, code: "UnknownProposal", fault, remedy: "See the dataset's proposals" });
  }
  const cast = await select(queries, votes, "WHERE pool = ? AND id = ? ORDER BY block, log_index", [pool, id]);
  return {
    proposal: proposalOf(row, now),
    votes: cast.map(({ block, logIndex, time, voter, support, weight }) => ({
      block,
      logIndex,
      time,
      voter,
      support,
      weight: weight.toString(),
    })),
  };
}
