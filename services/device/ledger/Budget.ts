/** What the jobs of any such stretch of time may cost a provider together. */
export interface Budget {
  readonly epsilon: bigint; // wad: zCDP rho is at most epsilon^2 / 2
  readonly period: bigint; // seconds
}

/** What a job costs, and when: the moment of its opening, which the chain knows and nobody's clock decides. */
export interface Cost {
  readonly pool: string;
  readonly epsilon: bigint; // wad: zCDP rho is epsilon^2 / 2
  readonly openedAt: bigint; // unix seconds
}

/**
 * Whether a job still fits. A job of epsilon e is e^2 / 2 of zero-concentrated differential privacy, and these add up:
 * so the squares are summed, and no fraction is ever rounded.
 */
export function fits(budget: Budget, cost: Cost, others: readonly Pick<Cost, "epsilon">[]): boolean {
  const sum = others.reduce((spent, { epsilon }) => spent + epsilon ** 2n, cost.epsilon ** 2n);
  return sum <= budget.epsilon ** 2n;
}
