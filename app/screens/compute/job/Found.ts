import type { JobStatus } from "#sdk/actions/compute/status.ts";
import type { Job } from "#sdk/types/Job.ts";

/** What a coordinator settled. */
export interface Settled {
  readonly resultDigest: string;
  readonly consented: boolean;
}

/** What came back to the consumer so far. */
export interface Returned {
  readonly base: bigint; // ALITA wei
  readonly data: bigint; // Data Token wei
  readonly burned: bigint; // Data Token wei
}

/** All that the chain knows of a job. */
export interface FoundJob {
  readonly jobId: string;
  readonly job: Job;
  readonly basePaid: bigint; // ALITA wei
  readonly status: JobStatus;
  readonly roots: { readonly roster: boolean; readonly survivors: boolean }; // fixed on the bulletin board
  readonly settled: Settled | undefined;
  readonly returned: Returned;
}
