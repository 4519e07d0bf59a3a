import type { Choice } from "../engine/build.ts";
import type { Noise } from "../engine/Noise.ts";

const WAD = 1e18;
const PER_CENT = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 1 });
const NUMBER = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 3 });

/**
 * What an epsilon (wad) means. A job of epsilon is as hard to see through as two normal distributions an epsilon apart
 * (rho = epsilon^2 / 2), so the best guess whether somebody took part is right with the probability Phi(epsilon / 2).
 */
export function epsilonInWords(epsilon: bigint): string {
  if (epsilon === 0n) return "No noise: the dataset has no privacy policy, the sum is exact.";
  const right = PER_CENT.format(normalShare(Number(epsilon) / WAD / 2));
  const toss = PER_CENT.format(0.5);
  return `Whoever knows all other providers and sees the answer would guess right in at most about ${right} of cases whether one provider took part; ${toss} is a coin's toss.`;
}

/** The share of a normal distribution below so many standard deviations (Abramowitz and Stegun 26.2.17, to 1e-7). */
export function normalShare(x: number): number {
  if (x < 0) return 1 - normalShare(-x);
  const t = 1 / (1 + 0.2316419 * x);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * series;
}

/** Within so many deviations noise stays 19 of 20 times. */
const USUALLY = 1.96;

/** How far noise moves each number of the answer, 19 times of 20, in the answer's own units: a sentence. */
export function noiseInWords(choice: Choice, { deviation, devices }: Noise): string {
  if (deviation === 0) return "No noise: the sum is exact.";
  const off = (scale: number) => `± ${NUMBER.format((USUALLY * deviation) / scale)}`;
  return `Noise, 19 of 20 times within: ${whereTo(choice, off)}, with ${devices} devices.`;
}

/** Whether noise usually hides what records add: it moves a count of them by more than half of all there are. */
export const isDrowned = ({ word }: Choice, { deviation }: Noise, rows: bigint): boolean =>
  word !== "own" && USUALLY * deviation > Number(rows) / 2;

function whereTo(choice: Choice, off: (scale: number) => string): string {
  if (choice.word === "own") return `${off(1)} in each number`;
  const scale = Number(choice.values.scale ?? 1);
  switch (choice.word) {
    case "sum":
    case "mean":
    case "groupBy":
      return `${off(scale)} in each sum, ${off(1)} in each count of records`;
    case "count":
    case "histogram":
    case "quantiles":
      return `${off(1)} records in each number`;
    case "linearRegression":
      return `${off(scale)} in each term of the equations`;
    case "logisticRegression":
      return `${off(scale)} in each sum of weights, ${off(1)} in the count of records`;
  }
}

/**
 * How far noise moves a mean, 19 times of 20, to first order; undefined: noise left nothing to divide by.
 * @param sum of a mean's program: the sum in 1/scale, and how many numbers it is of
 */
export function noiseOfMean(sum: readonly bigint[], scale: number, deviation: number): string | undefined {
  const [total, count] = [Number(sum[0]) / scale, Number(sum[1])];
  if (!(count > 0)) return undefined;
  const off = Math.hypot(deviation / scale, (deviation * total) / count) / count;
  return `± ${NUMBER.format(USUALLY * off)}`;
}
