import { jobs } from "#sdk/actions/compute/jobs.ts";
import { status } from "#sdk/actions/compute/status.ts";
import { now } from "#sdk/chain/now.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import type { IndexedJob } from "#sdk/indexer/types.ts";
import { fromIndex } from "../../../data/services.ts";
import type { PastJob } from "./PastJob.ts";
import { STAGES, stageOf } from "./standsAs.ts";

const MOST = 50; // latest ones

/**
 * The latest jobs of a consumer, newest first: from the indexer, or more slowly from the chain.
 * @throws DatawellError Unreachable
 */
export async function pastJobs(client: Datawell, consumer: string): Promise<readonly PastJob[]> {
  const indexed = await fromIndex((index) => index.jobs({ consumer, limit: MOST }));
  return indexed === undefined ? fromChain(client, consumer) : indexed.items.map(pastOf);
}

const pastOf = (job: IndexedJob): PastJob => ({
  jobId: job.jobId,
  token: job.token,
  openedAt: BigInt(job.openedAt),
  maxUnits: BigInt(job.maxUnits),
  epsilon: BigInt(job.epsilon),
  basePaid: BigInt(job.basePaid),
  stands: STAGES[job.stage],
});

async function fromChain(client: Datawell, consumer: string): Promise<readonly PastJob[]> {
  const [opened, time] = await Promise.all([jobs(client, { consumer }), now(client)]);
  const latest = opened.slice(-MOST).toReversed();
  const statuses = await Promise.all(latest.map(({ jobId }) => status(client, { jobId })));
  return latest.map(({ jobId, job, basePaid }, place) => {
    const { phase, until } = statuses[place] ?? { phase: "None" as const, until: 0n };
    const { token, openedAt, maxUnits, epsilon, deadline } = job;
    return {
      jobId,
      token,
      openedAt,
      maxUnits,
      epsilon,
      basePaid,
      stands: STAGES[stageOf({ phase, until, deadline }, time)],
    };
  });
}
