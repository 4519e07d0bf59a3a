import type { ComputeTerms } from "../chain/createChainView.ts";
import type { DevicePolicy } from "../DevicePolicy.ts";
import type { Budget } from "../ledger/Budget.ts";

/** The provider's own budget for a pool, or the one in the pool's terms. */
export const budgetOf = (policy: DevicePolicy, pool: string, terms: ComputeTerms): Budget =>
  policy.budgets[pool] ?? { epsilon: terms.epsilonPerPeriod, period: terms.privacyPeriod };
