import { createDiscreteGaussian } from "./discreteGaussian.ts";
import type { NoisePlan } from "./noisePlan.ts";
import type { RandomBytes } from "./RandomBits.ts";

/**
 * What a device puts into the sum for its values: each clipped to [-bound, bound], scaled, with one device's noise. Draw
 * it once in a round and keep it: the same values with other noise say more than the job may know.
 */
export function protect({
  values,
  bound,
  plan: { scale, variance },
  random,
}: {
  readonly values: readonly bigint[];
  readonly bound: bigint;
  readonly plan: NoisePlan;
  readonly random?: RandomBytes;
}): readonly bigint[] {
  const noise = createDiscreteGaussian({ numerator: variance, denominator: 1n }, random);
  return values.map((value) => clip(value, bound) * scale + noise());
}

const clip = (value: bigint, bound: bigint): bigint => (value > bound ? bound : value < -bound ? -bound : value);
