/** A pool's privacy policy, and what its jobs have spent of it; epsilons in wad. */
export interface Spending {
  readonly epsilonPerPeriod: bigint;
  readonly privacyPeriod: bigint; // seconds
  readonly periodStart: bigint; // unix seconds; of a period that may be long over
  readonly spent: bigint;
  readonly now: bigint; // unix seconds
}

/** The epsilon (wad) that jobs may still spend now, and when the budget is fresh again (undefined: it is). */
export function privacyLeft(spending: Spending): { readonly left: bigint; readonly freshAt: bigint | undefined } {
  const { epsilonPerPeriod, privacyPeriod, periodStart, spent, now } = spending;
  const freshAt = periodStart + privacyPeriod;
  if (spent === 0n || now >= freshAt) return { left: epsilonPerPeriod, freshAt: undefined };
  return { left: epsilonPerPeriod > spent ? epsilonPerPeriod - spent : 0n, freshAt };
}
