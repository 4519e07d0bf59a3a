import { BOARD_STAGE } from "#sdk/actions/compute/postRoot.ts";
import { status as statusOf } from "#sdk/actions/compute/status.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { readEvents } from "#sdk/events/readEvents.ts";
import type { Job } from "#sdk/types/Job.ts";
import type { FoundJob, Returned } from "./Found.ts";

interface Opened {
  readonly job: Job;
  readonly basePaid: bigint;
  readonly block: number;
}

const opened = new Map<string, Opened>(); // terms of a job never change

/**
 * What the chain knows of a job; undefined: there is no such job.
 * @throws DatawellError Unreachable
 */
export async function findJob(client: Datawell, jobId: string): Promise<FoundJob | undefined> {
  const opening = opened.get(jobId) ?? (await openingOf(client, jobId));
  if (opening === undefined) return undefined;
  opened.set(jobId, opening);
  const { job, basePaid, block } = opening;
  const from = { fromBlock: block, indexed: [jobId] };
  const [status, settles, refunds, posts] = await Promise.all([
    statusOf(client, { jobId }),
    readEvents(client, { at: client.billing, event: "Settle", ...from }),
    readEvents(client, { at: client.billing, event: "Refund", ...from }),
    readEvents(client, { at: client.board, event: "Post", fromBlock: block, indexed: [job.coordinator, jobId] }),
  ]);
  const has = (wanted: bigint) => posts.some(({ stage }) => stage === wanted);
  return {
    jobId,
    job,
    basePaid,
    status,
    roots: { roster: has(BOARD_STAGE.roster), survivors: has(BOARD_STAGE.survivors) },
    settled: settles.at(-1),
    returned: refunds.reduce(added, { base: 0n, data: 0n, burned: 0n }),
  };
}

async function openingOf(client: Datawell, jobId: string): Promise<Opened | undefined> {
  const [opening] = await readEvents(client, { at: client.billing, event: "OpenJob", indexed: [jobId] });
  return opening;
}

interface Refund {
  readonly baseAmount: bigint;
  readonly dataAmount: bigint;
  readonly dataBurned: bigint;
}

const added = (sum: Returned, { baseAmount, dataAmount, dataBurned }: Refund): Returned => ({
  base: sum.base + baseAmount,
  data: sum.data + dataAmount,
  burned: sum.burned + dataBurned,
});
