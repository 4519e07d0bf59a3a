import { poolAt } from "#sdk/chain/contracts.ts";
import { JOB_PHASES } from "#sdk/types/Job.ts";
import { select } from "../queries/select.ts";
import { jobs } from "../tables/jobs.ts";
import { posts } from "../tables/posts.ts";
import { proposals } from "../tables/proposals.ts";
import { spread } from "./spread.ts";
import type { ViewContext } from "./viewsOfAccounts.ts";

/** Compares what the index has of jobs, of what was fixed for them, and of proposals. */
export async function viewsOfJobs({ client, views, database, sample }: ViewContext): Promise<void> {
  for (const row of spread(await select(database, jobs, "ORDER BY job_id", []), sample)) {
    const { jobId, phase, units, takenUnits, payoutRoot } = row;
    const status = { phase: (JOB_PHASES as readonly string[]).indexOf(phase), units, takenUnits };
    await views.compare({ at: client.billing, name: "statusOf", args: [jobId], expected: status });
    await views.compare({ at: client.billing, name: "payoutRootOf", args: [jobId], expected: { value: payoutRoot } });
  }
  for (const row of spread(await select(database, posts, "ORDER BY topic, stage", []), sample)) {
    const { author, topic, stage, root } = row;
    await views.compare({ at: client.board, name: "rootOf", args: [author, topic, stage], expected: { value: root } });
  }
  for (const row of spread(await select(database, proposals, "ORDER BY pool, number", []), sample)) {
    const { id, needed, yes, no, expiry, ended } = row;
    const expected = { needed, cast: yes + no, expiry, number: row.ballot, closed: ended !== "" };
    await views.compare({ at: poolAt(row.pool), name: "ballotOf", args: [id], expected });
  }
}
