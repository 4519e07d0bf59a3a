import { type Payout, payoutProofs } from "../../math/sumTree.ts";
import type { Job } from "../../types/Job.ts";
import type { PayoutClaim } from "./claim.ts";

/** Every payout of a job with its proof, for its provider to claim. */
export function payoutClaims(job: Job, payouts: readonly Payout[]): readonly PayoutClaim[] {
  const proofs = payoutProofs(payouts);
  return payouts.map((payout, index) => ({ job, payout, proof: proofs[index] ?? [] }));
}
