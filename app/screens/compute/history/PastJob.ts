import type { Job } from "#sdk/types/Job.ts";

/** A line of somebody's history. */
export interface PastJob extends Pick<Job, "token" | "openedAt" | "maxUnits" | "epsilon"> {
  readonly jobId: string;
  readonly basePaid: bigint; // ALITA wei
  readonly stands: string; // in words
}
