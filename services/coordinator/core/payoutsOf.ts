import type { Payout } from "#sdk/math/sumTree.ts";
import type { Member } from "./Round.ts";

/** The bill: every device whose vector is in the sum, in the roster's order, but those that provably lied. */
export function payoutsOf(
  roster: readonly Member[],
  delivered: ReadonlySet<number>,
  blamed: ReadonlySet<number>,
): readonly Payout[] {
  return roster
    .filter((_, position) => delivered.has(position) && !blamed.has(position))
    .map(({ provider, contribution, units }, index) => ({ index, provider, contribution, units }));
}
