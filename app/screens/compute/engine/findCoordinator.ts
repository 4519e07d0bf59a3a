import { jobId as idOf } from "#sdk/actions/compute/jobId.ts";
import { connectCoordinator } from "#sdk/rounds/connectCoordinator.ts";
import type { CoordinatorApi } from "#sdk/rounds/CoordinatorApi.ts";
import { jobFromJson } from "#sdk/rounds/jobJson.ts";

export interface FindCoordinatorParams {
  readonly url: string;
  readonly pool: string;
  readonly others: readonly string[]; // ids of jobs on other pools that it may have run
}

/**
 * The account of a coordinator, which a job must name: that of a job it runs or ran. Undefined: it has run none here.
 * @throws CoordinatorError if it does not answer
 */
export async function findCoordinator({ url, pool, others }: FindCoordinatorParams): Promise<string | undefined> {
  const api = connectCoordinator(url, { timeoutMs: 5_000 });
  const { jobs } = await api.jobs(pool);
  for (const jobId of [...jobs.slice(0, 1).map((job) => job.jobId), ...others]) {
    const account = await coordinatorOf(api, jobId);
    if (account !== undefined) return account;
  }
  return undefined;
}

/** Who the terms of a job name, if the coordinator knows the job. */
async function coordinatorOf(api: CoordinatorApi, jobId: string): Promise<string | undefined> {
  const view = await api.job(jobId).catch(() => undefined);
  if (view === undefined) return undefined;
  const job = jobFromJson(view.job);
  return idOf(job) === jobId ? job.coordinator : undefined;
}
