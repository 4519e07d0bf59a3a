import type { JobStatus } from "#sdk/actions/compute/status.ts";
import type { Job } from "#sdk/types/Job.ts";

/** Where a job stands, in words. */
export function jobInWords({ deadline }: Pick<Job, "deadline">, { phase, until }: JobStatus, now: bigint): string {
  switch (phase) {
    case "Open":
      return now > deadline ? "Nobody delivered: get your money back" : "Being computed";
    case "Settled":
    case "Overruled":
      return now >= until ? "Done" : "Delivered, may still be disputed";
    case "Disputed":
      return now >= until ? "Nobody ruled: get your money back" : "Disputed";
    case "Void":
      return "Ruled for you: get your money back";
    case "Refunded":
      return "Paid back";
    default:
      return phase;
  }
}
