import { CORRUPT_BPS } from "../cohort/CohortShares.ts";

/**
 * The most devices in a roster of which half of the smallest cohort is still sure to add noise (see honestSurvivors):
 * with every device more that may collude, the others would have to add more noise than the sum is worth, and in the
 * end no round is left. Never fewer than the cohort itself.
 */
export function largestNoisyRoster(minCohort: number, corruptBps = CORRUPT_BPS): number {
  const mayCollude = Math.floor(minCohort / 2);
  return Math.max(minCohort, Math.floor((mayCollude * 10_000) / corruptBps));
}
