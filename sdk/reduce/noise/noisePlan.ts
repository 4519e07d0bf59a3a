import { sqrtUp } from "../../math/sqrtUp.ts";
import { ReduceError } from "../ReduceError.ts";
import type { Rational } from "./Rational.ts";

/** How each device scales and noises. Anybody derives the same from the job's public terms. */
export interface NoisePlan {
  readonly scale: bigint; // power of two: outputs are multiplied by it, so that whole numbers are fine enough for noise
  readonly variance: bigint; // of one device's noise on each coordinate, in scaled units squared
}

/** The public terms that noise depends on. */
export interface NoiseTerms {
  readonly length: number; // coordinates
  readonly bound: bigint; // of each coordinate's absolute value; devices clip to it
  readonly rho: Rational; // of the job: see rhoOf
  readonly size: number; // devices in the roster
  readonly honest: number; // devices sure to add noise: see honestSurvivors
}

const LEAST_VARIANCE = 64n; // of one device: rounding it up to a whole number costs 1/64 at most
const TAIL = 32n; // standard deviations of the total noise that must fit: beyond lies less than 2^-700
const LIMIT = 2n ** 63n;

/**
 * Noise for one device, such that `honest` devices together make the sum rho-zCDP in the unit of a provider: its whole
 * vector against zeros. Kairouz, Liu and Steinke 2021, theorem 1: h discrete Gaussians of variance s give
 * D^2 / (2 h s) + d t, with D^2 = d (bound scale)^2 and t < 10 h e^(-pi^2 s) < 10 h 2^(-14 s). The variance is the least
 * whole number that keeps it, so never below the promise.
 * @throws ReduceError BadTerms, OutOfRange (the sum could leave 63 bits)
 */
export function noisePlan(terms: NoiseTerms): NoisePlan {
  checkTerms(terms);
  let plan = { scale: 1n, variance: varianceUp(terms, 1n) };
  while (plan.variance < LEAST_VARIANCE) {
    const scale = 2n * plan.scale;
    plan = { scale, variance: varianceUp(terms, scale) };
  }
  const { size, bound } = terms;
  const noise = TAIL * sqrtUp(BigInt(size) * plan.variance);
  if (BigInt(size) * bound * plan.scale + noise < LIMIT) return plan;
  throw new ReduceError("OutOfRange", "the sum could leave 63 bits", "Lower the bound or the number of devices");
}

/** The least whole variance of one device at a scale. */
function varianceUp(terms: NoiseTerms, scale: bigint): bigint {
  const { length, bound, rho, honest } = terms;
  const sensitivity2 = BigInt(length) * (bound * scale) ** 2n;
  const total = divUp(sensitivity2 * rho.denominator, 2n * rho.numerator * BigInt(honest));
  let variance = total;
  while (!isKept(terms, sensitivity2, variance)) variance++;
  return variance;
}

/** D^2 / (2 h s) + 10 h d / 2^(14 s) <= rho, without fractions. */
function isKept({ length, rho, honest }: NoiseTerms, sensitivity2: bigint, variance: bigint): boolean {
  const [h, d] = [BigInt(honest), BigInt(length)];
  const power = 2n ** (14n * (variance < MOST_POWER ? variance : MOST_POWER)); // a smaller power asks for more noise
  const gaussian = sensitivity2 * power * rho.denominator;
  const gap = 10n * h * d * 2n * h * variance * rho.denominator;
  return gaussian + gap <= rho.numerator * 2n * h * variance * power;
}

const MOST_POWER = 64n;

function checkTerms({ length, bound, rho, size, honest }: NoiseTerms): void {
  const counts = [length, size, honest].every((count) => Number.isSafeInteger(count) && count > 0);
  if (counts && honest <= size && bound > 0n && rho.numerator > 0n && rho.denominator > 0n) return;
  throw new ReduceError(
    "BadTerms",
    "noise needs a length, a bound, a rho and honest devices, all positive",
    "Check the task's output and the job's epsilon and cohort",
  );
}

const divUp = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;
