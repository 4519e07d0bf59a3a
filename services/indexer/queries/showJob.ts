import type { BoardPost, IndexedJob, JobClaim } from "#sdk/indexer/types.ts";
import { ServiceError } from "../../shared/http/index.ts";
import { jobClaims } from "../tables/jobClaims.ts";
import { jobs } from "../tables/jobs.ts";
import { posts } from "../tables/posts.ts";
import { jobOf } from "./jobOf.ts";
import type { Reading } from "./Reading.ts";
import { select, selectOne } from "./select.ts";
import { wire } from "./wire.ts";

/** Claims that an answer lists; a job may have more, which `listJobClaims` gives page by page. */
const MOST_CLAIMS = 100;

/**
 * A job, what its coordinator fixed on the bulletin board, and its first claims.
 * @throws ServiceError 404 UnknownJob
 */
export async function showJob(
  { queries, now }: Reading,
  jobId: string,
): Promise<{ readonly job: IndexedJob; readonly posts: readonly BoardPost[]; readonly claims: readonly JobClaim[] }> {
  const row = await selectOne(queries, jobs, "job_id = ?", [jobId]);
  if (row === undefined) {
    const fault = `There is no job ${jobId}`;
    throw new ServiceError({ status: 404, code: "UnknownJob", fault, remedy: "See /jobs" });
  }
  const clause = "WHERE topic = ? AND author = ? ORDER BY stage";
  const told = await select(queries, posts, clause, [jobId, row.coordinator]);
  const some = "WHERE job_id = ? ORDER BY block, log_index LIMIT ?";
  const paid = await select(queries, jobClaims, some, [jobId, MOST_CLAIMS]);
  return { job: jobOf(row, now), posts: told, claims: paid.map(wire) };
}
