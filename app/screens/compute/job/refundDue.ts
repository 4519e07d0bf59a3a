import type { JobStatus } from "#sdk/actions/compute/status.ts";
import { escrowOf } from "#sdk/math/job/escrowOf.ts";
import { splitJob } from "#sdk/math/job/splitJob.ts";
import type { Job } from "#sdk/types/Job.ts";

/** What the consumer can take back now. */
export interface RefundDue {
  readonly why: "timeout" | "void" | "unused" | "unclaimed";
  readonly base: bigint; // ALITA wei
  readonly data: bigint; // Data Token wei
}

/** After so many seconds from finality providers claim no more, as the contract has it. */
export const CLAIM_PERIOD = 180n * 86_400n;

/** What `refund` would give at a moment (unix seconds), undefined: nothing yet. */
export function refundDue(job: Job, status: JobStatus, now: bigint): RefundDue | undefined {
  const { phase, until } = status;
  const isSilent = phase === "Disputed" && now >= until;
  if (phase === "Open" && now > job.deadline) return { why: "timeout", ...escrowOf(job) };
  if (phase === "Void" || isSilent) return { why: "void", ...escrowOf(job) };
  if ((phase !== "Settled" && phase !== "Overruled") || now < until) return undefined;
  return dueOf(job, status, now);
}

function dueOf(job: Job, status: JobStatus, now: bigint): RefundDue | undefined {
  const { phase, until, units, takenUnits, unusedReturned, restReturned } = status;
  const split = splitJob(job, units, phase === "Overruled");
  const rest = now >= until + CLAIM_PERIOD && !restReturned ? units - takenUnits : 0n;
  const left = { base: rest * job.unitPrice, data: rest * job.unitData };
  if (!unusedReturned) {
    return { why: "unused", base: split.baseRefund + left.base, data: split.dataRefund + left.data };
  }
  return rest > 0n ? { why: "unclaimed", ...left } : undefined;
}

/** Whether the consumer can still dispute a settlement. */
export const isDisputable = ({ phase, until }: Pick<JobStatus, "phase" | "until">, now: bigint): boolean =>
  phase === "Settled" && now < until;
