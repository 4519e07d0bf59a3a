import { sqrtDown } from "../../math/sqrtDown.ts";
import { ReduceError } from "../ReduceError.ts";
import { bernoulliExp } from "./bernoulli.ts";
import { createWords, platformBytes, type RandomBytes, type RandomWords, uniformBelow } from "./RandomBits.ts";
import type { Rational } from "./Rational.ts";

/**
 * Draws from the discrete Gaussian on the whole numbers: n with a probability proportional to exp(-n^2 / (2 variance)),
 * exactly, without fractions of any fixed precision (Canonne, Kamath and Steinke 2020, algorithm 3). Its time depends
 * on what is drawn.
 * @throws ReduceError BadTerms
 */
export function createDiscreteGaussian(variance: Rational, random: RandomBytes = platformBytes): () => bigint {
  const { numerator: a, denominator: b } = variance;
  if (a <= 0n || b <= 0n) throw new ReduceError("BadTerms", "a variance is not positive", "Pass a positive fraction");
  const words = createWords(random);
  const t = sqrtDown(a / b) + 1n;
  return () => {
    for (;;) {
      const y = discreteLaplace(words, t);
      const distance = (y < 0n ? -y : y) * t * b - a; // |y| - variance/t, times t b
      if (bernoulliExp(words, distance ** 2n, 2n * a * b * t ** 2n)) return y;
    }
  };
}

/**
 * One draw of `createDiscreteGaussian`.
 * @throws ReduceError BadTerms
 */
export const sampleDiscreteGaussian = (variance: Rational, random?: RandomBytes): bigint =>
  createDiscreteGaussian(variance, random)();

/** n with a probability proportional to exp(-|n| / t), exactly (algorithm 2 with s = 1). */
function discreteLaplace(words: RandomWords, t: bigint): bigint {
  for (;;) {
    const rest = uniformBelow(words, t);
    if (!bernoulliExp(words, rest, t)) continue;
    let whole = 0n;
    while (bernoulliExp(words, 1n, 1n)) whole++;
    const magnitude = rest + t * whole;
    const negative = (words() & 1) === 1;
    if (negative && magnitude === 0n) continue; // zero has one sign
    return negative ? -magnitude : magnitude;
  }
}
