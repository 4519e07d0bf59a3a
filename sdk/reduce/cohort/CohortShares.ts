/** What a cohort is expected to withstand, in basis points of its size. */
export interface CohortShares {
  readonly corruptBps?: number; // devices that collude with the coordinator
  readonly dropoutBps?: number; // devices that fall silent after the roster
}

export const CORRUPT_BPS = 500; // 5 %
export const DROPOUT_BPS = 1_000; // 10 %

/** Devices that a share of the cohort comes to, rounded up. */
export const countUp = (size: number, bps: number): number => Math.ceil((size * bps) / 10_000);
