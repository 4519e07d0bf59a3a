import type { Budget } from "./ledger/Budget.ts";

/** What a provider lets its device do, beside what the pool's terms allow. */
export interface DevicePolicy {
  readonly minCohort: bigint; // providers behind a result, at least
  /** Privacy budget by pool (checksummed); the pool's own terms where there is none. */
  readonly budgets: Readonly<Record<string, Budget>>;
  readonly maxGas: bigint; // of one job: rows * gasPerRow
  readonly spareSeconds: bigint; // that must be left before the deadline when the device enrols
  readonly allowExact: boolean; // answer jobs without noise, of pools that have no privacy policy
}

export const USUAL_POLICY: DevicePolicy = {
  minCohort: 3n,
  budgets: {},
  maxGas: 10n ** 12n, // about half an hour
  spareSeconds: 30n,
  allowExact: false,
};
