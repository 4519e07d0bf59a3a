import { sqrtUp } from "../math/sqrtUp.ts";
import { roundTerms, type RoundTermsParams } from "./roundTerms.ts";

export interface MostOfSumParams extends RoundTermsParams {
  readonly survivors: number; // of the roster, in the sum
}

/** Standard deviations of all noise together that no honest sum leaves: beyond lies less than 2^-700. */
const TAIL = 32n;

/**
 * The most that a coordinate of the sum can be, either way, if every device ran the task and kept to the clip; in the
 * task's own unit.
 * @throws ReduceError as `roundTerms`
 */
export function mostOfSum({ survivors, ...terms }: MostOfSumParams): bigint {
  const { plan } = roundTerms(terms);
  const clipped = BigInt(survivors) * BigInt(terms.task.output.bound);
  if (plan === undefined) return clipped;
  const noise = TAIL * sqrtUp(BigInt(survivors) * plan.variance);
  return clipped + noise / plan.scale + 1n; // sums are rounded to the unit
}
