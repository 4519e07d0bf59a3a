import { type Attack, bestOf, broken, type Finding } from "./Attack.ts";

export interface Result {
  readonly attack: Attack;
  readonly finding: Finding;
}

/** What a result comes to, for other programs. Amounts are ALITA wei as text. */
export function toFigures({ attack, finding }: Result) {
  const best = bestOf(finding.tries);
  return {
    attack: attack.name,
    searched: finding.searched,
    tries: finding.tries.length,
    confirmed: finding.confirmed,
    choice: best.choice,
    profit: best.profit.toString(),
    atRisk: best.atRisk.toString(),
    bound: best.bound.toString(),
    formula: attack.bound,
    holds: broken(finding.tries).length === 0,
  };
}

/** What is wrong with a result: the worst of the tries that broke their bound, or that nothing was looked at. */
export function faultsOf({ attack, finding }: Result): readonly string[] {
  if (finding.tries.length === 0 || finding.confirmed === 0) return [`${attack.name}: nothing was searched`];
  const above = broken(finding.tries);
  if (above.length === 0) return [];
  const { choice, profit, bound } = above.reduce((a, b) => (b.profit - b.bound > a.profit - a.bound ? b : a));
  const more = `${above.length} of ${finding.tries.length} tries broke theirs`;
  return [`${attack.name}: ${profit} wei of profit above the bound of ${bound} (${choice}); ${more}`];
}
