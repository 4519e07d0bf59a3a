import type { PayoutsAnswer } from "#sdk/rounds/answers.ts";
import type { Payout } from "#sdk/math/sumTree.ts";
import { payoutClaims } from "#sdk/actions/compute/payoutClaims.ts";
import type { PayoutClaim } from "#sdk/actions/compute/claim.ts";
import type { Job } from "#sdk/types/Job.ts";

export interface WaitingParams {
  readonly job: Job;
  readonly payouts: PayoutsAnswer;
  readonly provider: string;
  readonly claimed: ReadonlySet<number>; // leaves that were paid
}

/** Payouts of a job that a provider has not got yet, ready to be claimed. */
export function waitingFor({ job, payouts, provider, claimed }: WaitingParams): readonly PayoutClaim[] {
  const leaves = payouts.payouts.map(({ payout }): Payout => ({ ...payout, units: BigInt(payout.units) }));
  if (!leaves.some((leaf) => leaf.provider === provider)) return [];
  return payoutClaims(job, leaves).filter(({ payout }) => payout.provider === provider && !claimed.has(payout.index));
}
