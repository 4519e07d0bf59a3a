import type { RandomWords } from "./RandomBits.ts";

const WORD = 2n ** 32n;

/** True with a probability of exactly p/q, where p <= q: a uniform number's digits against those of the fraction. */
export function bernoulli(words: RandomWords, p: bigint, q: bigint): boolean {
  for (let rest = p; rest > 0n; rest = (rest * WORD) % q) {
    const digit = (rest * WORD) / q;
    const word = BigInt(words());
    if (word !== digit) return word < digit;
  }
  return false; // the fraction's digits are over, and the number's were the same
}

/**
 * True with a probability of exactly exp(-p/q), where p >= 0 (Canonne, Kamath and Steinke 2020, algorithm 1).
 */
export function bernoulliExp(words: RandomWords, p: bigint, q: bigint): boolean {
  for (let whole = p / q; whole > 0n; whole--) if (!bernoulliExpFraction(words, 1n, 1n)) return false;
  return bernoulliExpFraction(words, p % q, q);
}

/** As `bernoulliExp`, where p <= q. */
function bernoulliExpFraction(words: RandomWords, p: bigint, q: bigint): boolean {
  let k = 1n;
  while (bernoulli(words, p, q * k)) k++;
  return k % 2n === 1n;
}
