import { ZeroAddress, ZeroHash } from "ethers";
import { mustEqual, mustGet } from "../state/must.ts";
import type { Row } from "../state/Table.ts";
import { datasets } from "../tables/datasets.ts";
import { jobs } from "../tables/jobs.ts";
import type { Context, EventOf } from "./Reducer.ts";

const OPEN = {
  phase: "Open",
  units: 0n,
  takenUnits: 0n,
  until: 0,
  resultDigest: ZeroHash,
  payoutRoot: ZeroHash,
  consented: false,
  disputeId: 0n,
  claims: 0,
  feePaid: false,
  refundedBase: 0n,
  refundedData: 0n,
  burnedData: 0n,
  ended: false,
} as const;

/** A job was opened, and took from its pool's privacy budget. */
export async function openJob(event: EventOf<"ComputeBilling", "OpenJob">, context: Context): Promise<void> {
  const { state, block } = context;
  const { jobId, job, basePaid, epsilonSpent } = event.args;
  const dataset = await mustGet(state, datasets, [job.token]);
  state.put(datasets, { ...dataset, jobs: dataset.jobs + 1, ...spend(dataset, job, epsilonSpent) });
  await state.get(jobs, [jobId]);
  state.put(jobs, {
    ...OPEN,
    ...job,
    jobId,
    openedAt: Number(job.openedAt),
    minCohort: Number(job.minCohort),
    deadline: Number(job.deadline),
    arbiter: job.arbiter === ZeroAddress ? "" : job.arbiter,
    basePaid,
    block,
    logIndex: event.logIndex,
  });
}

type Job = EventOf<"ComputeBilling", "OpenJob">["args"]["job"];

function spend(
  { epsilonPerJob, privacyPeriod, epsilonPeriodStart, epsilonSpent }: Row<typeof datasets>,
  { openedAt, epsilon }: Job,
  told: bigint,
) {
  if (epsilonPerJob === 0n) return {}; // the pool has no such policy
  const isOver = openedAt >= BigInt(epsilonPeriodStart) + BigInt(privacyPeriod);
  const spent = (isOver ? 0n : epsilonSpent) + epsilon;
  mustEqual("The privacy budget spent", told, spent);
  return { epsilonSpent: spent, epsilonPeriodStart: isOver ? Number(openedAt) : epsilonPeriodStart };
}
