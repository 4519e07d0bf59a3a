import { cohortParams, type CohortParams } from "../reduce/cohort/cohortParams.ts";
import { honestSurvivors } from "../reduce/noise/honestSurvivors.ts";
import { type NoisePlan, noisePlan } from "../reduce/noise/noisePlan.ts";
import { rhoOf } from "../reduce/noise/rhoOf.ts";
import { ReduceError } from "../reduce/ReduceError.ts";
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

/** @throws ReduceError CohortTooSmall, CohortTooHostile, BadTerms, OutOfRange (the sum might leave 63 bits) */
export function roundTerms({ job, task, size }: RoundTermsParams): RoundTerms {
  const cohort = cohortParams({ size });
  return { ...cohort, plan: job.epsilon === 0n ? exact(task, size) : noisy(job, task, size) };
}

function noisy({ epsilon, minCohort }: RoundTermsParams["job"], { output }: Pick<Task, "output">, size: number) {
  const honest = honestSurvivors({ size, minCohort: Number(minCohort) });
  return noisePlan({ length: output.length, bound: BigInt(output.bound), rho: rhoOf(epsilon), size, honest });
}

function exact({ output }: Pick<Task, "output">, size: number): undefined {
  if (BigInt(size) * BigInt(output.bound) < 2n ** 63n) return undefined;
  const fault = `a sum of ${size} values up to ${output.bound} may leave 63 bits`;
  throw new ReduceError("OutOfRange", fault, "Lower the bound of the output, or take a smaller cohort");
}
