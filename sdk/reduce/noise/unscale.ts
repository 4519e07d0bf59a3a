import type { NoisePlan } from "./noisePlan.ts";

/** A sum in the unit of the task's output: to the nearest whole number, halves away from zero. */
export const unscale = (sum: readonly bigint[], { scale }: NoisePlan): readonly bigint[] =>
  sum.map((value) => (value < 0n ? -nearest(-value, scale) : nearest(value, scale)));

const nearest = (value: bigint, scale: bigint): bigint => (value + scale / 2n) / scale;
