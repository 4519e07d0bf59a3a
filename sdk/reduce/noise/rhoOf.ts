import { ReduceError } from "../ReduceError.ts";
import type { Rational } from "./Rational.ts";

const WAD = 10n ** 18n;

/**
 * The zCDP of a job (Bun and Steinke 2016): epsilon^2 / 2, so that jobs whose epsilons add up to B spend B^2 / 2 at most.
 * @param epsilonWad of the job on chain, 1e18 = 1
 * @throws ReduceError BadTerms
 */
export function rhoOf(epsilonWad: bigint): Rational {
  if (epsilonWad > 0n) return { numerator: epsilonWad ** 2n, denominator: 2n * WAD ** 2n };
  throw new ReduceError("BadTerms", "a job with no epsilon can say nothing", "Set a positive epsilon");
}
