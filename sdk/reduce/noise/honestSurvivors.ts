import { type CohortShares, CORRUPT_BPS, countUp } from "../cohort/CohortShares.ts";
import { ReduceError } from "../ReduceError.ts";

/**
 * Survivors whose noise nobody can take off again, at least: the smallest cohort that a device answers for, less all
 * devices that may collude.
 * @throws ReduceError CohortTooSmall
 */
export function honestSurvivors({
  size,
  minCohort,
  corruptBps = CORRUPT_BPS,
}: Pick<CohortShares, "corruptBps"> & {
  readonly size: number; // devices in the roster
  readonly minCohort: number; // survivors below which devices answer nothing
}): number {
  const honest = minCohort - countUp(size, corruptBps);
  if (honest >= 1) return honest;
  const fault = `of ${minCohort} survivors out of ${size} all may collude`;
  throw new ReduceError("CohortTooSmall", fault, "Raise the job's smallest cohort");
}
