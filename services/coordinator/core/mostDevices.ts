import { largestNoisyRoster } from "#sdk/reduce/index.ts";
import type { Rules } from "../Rules.ts";
import type { Round } from "./Round.ts";

const NUMBER_BYTES = 8;

/** How many devices a round may have: more would be too much to add up, or leave too little noise of each. */
export function mostDevices(
  { job, task }: Pick<Round, "job" | "task">,
  { maxSize, maxVectorBytes }: Pick<Rules, "maxSize" | "maxVectorBytes">,
): number {
  const most = Math.min(maxSize, Math.floor(maxVectorBytes / (task.output.length * NUMBER_BYTES)));
  return job.epsilon === 0n ? most : Math.min(most, largestNoisyRoster(Number(job.minCohort)));
}
