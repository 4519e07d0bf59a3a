import { roundTerms } from "#sdk/rounds/roundTerms.ts";
import type { Job } from "#sdk/types/Job.ts";
import type { Task } from "#sdk/task/Task.ts";
import type { Noise } from "./Noise.ts";

export interface NoiseParams {
  readonly job: Pick<Job, "epsilon" | "minCohort">;
  readonly task: Pick<Task, "output">;
  readonly devices: number; // that take part
}

/**
 * The noise to expect if so many devices take part. Each adds its own, so that the honest ones alone would be enough.
 * @throws ReduceError CohortTooSmall, CohortTooHostile, OutOfRange: such a round would fail
 */
export function noiseOf({ job, task, devices }: NoiseParams): Noise {
  const { plan } = roundTerms({ job, task, size: devices });
  if (plan === undefined) return { deviation: 0, devices };
  const deviation = Math.sqrt(devices * Number(plan.variance)) / Number(plan.scale);
  return { deviation, devices };
}
