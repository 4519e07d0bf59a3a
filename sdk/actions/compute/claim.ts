import { act } from "../../chain/act.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { packProof, type Payout, type SumNode } from "../../math/sumTree.ts";
import type { Job } from "../../types/Job.ts";
import type { BillingEvent } from "./BillingEvent.ts";
import { payTermsOf } from "./payTermsOf.ts";

/** One payout of one job, with its way to the root. */
export interface PayoutClaim {
  readonly job: Job;
  readonly payout: Payout;
  readonly proof: readonly SumNode[]; // see `payoutClaims`
}

/**
 * Pays one payout of a final settlement to its provider, both legs; anyone may.
 * @throws DatawellError TooEarly, TooLate, WrongPhase, WrongPayoutRoot, AlreadyClaimed, ForeignContribution,
 * RevokedBeforeOpening, SubmittedAfterOpening, ContributionSlashed, NotOnDevice, UnknownJob
 */
export const claim = (client: Datawell, { job, payout, proof }: PayoutClaim): BillingEvent<"Claim"> =>
  act(client, client.billing, { call: "claim", args: [payTermsOf(job), payout, packProof(proof)], event: "Claim" });
