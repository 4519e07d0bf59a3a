import { ReduceError } from "../ReduceError.ts";
import { type CohortShares, CORRUPT_BPS, countUp, DROPOUT_BPS } from "./CohortShares.ts";
import { mostMarked } from "./tails.ts";

/** Neighbours of each device, and how many of them must answer to rebuild one's secret. */
export interface CohortParams {
  readonly degree: number;
  readonly threshold: number;
}

export const SMALLEST_COHORT = 3; // of two, each would know the other's vector from the sum
const LEAST_DEGREE = 34; // what a cohort of 100 takes; below it fewer neighbours save nothing that matters
const MOST_DEGREE = 254; // shares of one secret in GF(256), and even
const SECRECY_BITS = 40; // corrupt neighbours can break the promise with 2^-40 in a round (Bell et al. 2020)
const DELIVERY_BITS = 20; // and drop-outs the sum with 2^-20

/**
 * The smallest even degree at which the ring of `neighboursOf` keeps both promises, in the manner of Bell et al. 2020
 * (union bound over hypergeometric tails). With c corrupt devices at most among any degree/2 in a row, the threshold is
 * degree/2 + c + 2: then a coordinator that calls honest devices dropped out as it likes, knowing the graph, cannot cut
 * the survivors in two, and no device's two secrets can be had together. Up to 35 devices all are neighbours.
 * @throws ReduceError CohortTooSmall, CohortTooHostile, BadTerms
 */
export function cohortParams({
  size,
  corruptBps = CORRUPT_BPS,
  dropoutBps = DROPOUT_BPS,
}: CohortShares & { readonly size: number }): CohortParams {
  checkCohort(size, corruptBps, dropoutBps);
  const [corrupt, dropouts] = [countUp(size, corruptBps), countUp(size, dropoutBps)];
  for (let degree = LEAST_DEGREE; degree <= Math.min(MOST_DEGREE, size - 2); degree += 2) {
    const threshold = ringThreshold({ size, degree, corrupt, dropouts });
    if (threshold !== undefined) return { degree, threshold };
  }
  return completeGraph(size, corrupt);
}

interface Ring {
  readonly size: number;
  readonly degree: number;
  readonly corrupt: number; // in the cohort
  readonly dropouts: number;
}

/** The threshold of a ring, or nothing if too few neighbours may be left to reach it. */
function ringThreshold({ size, degree, corrupt, dropouts }: Ring): number | undefined {
  const union = Math.ceil(Math.log2(size)); // bits that a promise to every device costs
  const others = { population: size - 1 };
  const inARow = mostMarked({ ...others, marked: corrupt, drawn: degree / 2 }, SECRECY_BITS + union);
  const threshold = degree / 2 + inARow + 2;
  const silent = mostMarked({ ...others, marked: dropouts, drawn: degree }, DELIVERY_BITS + union);
  return threshold + silent <= degree ? threshold : undefined;
}

/** Nobody can be cut off where all are neighbours: more than half of the honest ones must answer. */
function completeGraph(size: number, corrupt: number): CohortParams {
  const degree = size - 1;
  const threshold = Math.floor((degree + corrupt) / 2) + 1;
  if (degree <= MOST_DEGREE && threshold <= degree) return { degree, threshold };
  throw new ReduceError(
    "CohortTooHostile",
    `no graph of ${size} devices withstands so many that collude or drop out`,
    "Expect fewer of both, or take a smaller cohort",
  );
}

function checkCohort(size: number, corruptBps: number, dropoutBps: number): void {
  if (!Number.isInteger(size) || size < SMALLEST_COHORT) {
    throw new ReduceError("CohortTooSmall", `a cohort of ${size} hides nobody`, `Wait for ${SMALLEST_COHORT} devices`);
  }
  if ([corruptBps, dropoutBps].every((bps) => Number.isInteger(bps) && bps >= 0 && bps < 10_000)) return;
  throw new ReduceError("BadTerms", "a share is not in basis points below 10000", "Pass 500 for 5 %");
}
