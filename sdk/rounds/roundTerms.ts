import { cohortParams, type CohortParams, honestSurvivors, type NoisePlan, noisePlan, rhoOf } from "../reduce/index.ts";
import type { Task } from "../task/Task.ts";
import type { Job } from "../types/Job.ts";

export interface RoundTermsParams {
  readonly job: Pick<Job, "epsilon" | "minCohort">;
  readonly task: Pick<Task, "output">;
  readonly size: number; // devices in the roster
}

/** How a round runs: everybody derives it from the job and the size of the roster, nobody is told. */
export interface RoundTerms extends CohortParams {
  readonly plan: NoisePlan | undefined; // undefined: a job of epsilon 0, whose sum is exact
}

/** @throws ReduceError CohortTooSmall, BadTerms, OutOfRange */
export function roundTerms({ job, task, size }: RoundTermsParams): RoundTerms {
  const { length, bound } = task.output;
  const honest = honestSurvivors({ size, minCohort: Number(job.minCohort) });
  const terms = { length, bound: BigInt(bound), rho: rhoOf(job.epsilon), size, honest };
  return { ...cohortParams({ size }), plan: job.epsilon === 0n ? undefined : noisePlan(terms) };
}
