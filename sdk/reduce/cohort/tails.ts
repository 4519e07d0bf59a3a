/** A draw without replacement: `drawn` out of `population`, of which `marked` are marked. */
export interface Draw {
  readonly population: number;
  readonly marked: number;
  readonly drawn: number;
}

/**
 * The least m for which more than m marked ones among the drawn come with a probability of at most 2^-bits (the tail of
 * the hypergeometric distribution). Whole numbers only, so that every implementation finds the same.
 */
export function mostMarked({ population, marked, drawn }: Draw, bits: number): number {
  const limit = choose(population, drawn);
  const most = Math.min(marked, drawn);
  let tail = 0n;
  let ways = choose(marked, most) * choose(population - marked, drawn - most);
  for (let m = most; m > 0; m--) {
    tail += ways; // ways to draw m or more
    if (tail << BigInt(bits) > limit) return m;
    // C(marked, m) C(rest, drawn - m) to the same of m - 1
    ways = (ways * BigInt(m)) / BigInt(marked - m + 1);
    ways = (ways * BigInt(population - marked - drawn + m)) / BigInt(drawn - m + 1);
  }
  return 0;
}

/** n over k. */
function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let ways = 1n;
  for (let i = 1; i <= k; i++) ways = (ways * BigInt(n - k + i)) / BigInt(i);
  return ways;
}
