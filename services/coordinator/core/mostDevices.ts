import { largestNoisyRoster } from "#sdk/reduce/index.ts";
import type { Rules } from "../Rules.ts";
import type { Round } from "./Round.ts";

/** How many devices a round may have: more would leave too little noise of each. */
export function mostDevices({ job }: Pick<Round, "job">, { maxSize }: Pick<Rules, "maxSize">): number {
  if (job.epsilon === 0n) return maxSize;
  return Math.min(maxSize, largestNoisyRoster(Number(job.minCohort)));
}
