/** How often a part of an honest claim may be refuted by chance. */
export const FALSE_ALARM = 1e-5;

/** What a sample shows of one part of a claim. */
export interface Observed {
  readonly sum: number; // of values between 0 and 1
  readonly size: number; // how many values, drawn at random without replacement
}

/**
 * Whether a sample is so much worse than the claimed mean that an honest claim meets one like it less than once in
 * 100,000 times: Chernoff's bound, P(mean <= p) <= exp(-size * D(p || claimed)), which holds for values between 0 and 1
 * drawn with or without replacement (Hoeffding 1963, theorems 1 and 4).
 */
export function refutes({ sum, size }: Observed, claimed: number): boolean {
  const seen = size === 0 ? claimed : sum / size;
  if (seen >= claimed) return false;
  return size * divergence(seen, claimed) > -Math.log(FALSE_ALARM);
}

/** Kullback-Leibler divergence of two coins, in nats. */
const divergence = (p: number, q: number): number => term(p, q) + term(1 - p, 1 - q);

const term = (p: number, q: number): number => (p === 0 ? 0 : p * Math.log(p / q));
