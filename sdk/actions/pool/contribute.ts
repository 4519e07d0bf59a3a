import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { deadlineOf } from "../../chain/deadlineOf.ts";
import type { AttesterSet, AttesterSignature } from "../../types/Attestation.ts";
import type { Assessment, Contribution } from "../../types/Contribution.ts";
import { ascending } from "../attester/ascending.ts";
import type { PoolEvent } from "./PoolEvent.ts";

export interface ContributeParams {
  readonly pool: string;
  readonly contribution: Contribution;
  readonly assessment: Assessment;
  readonly set: AttesterSet; // whose hash is the pool's
  readonly signatures: readonly AttesterSignature[]; // in any order; see attester.attest
  readonly minReward?: bigint; // reward-token wei, by default 0: whatever it is
  readonly deadline?: bigint; // unix seconds, by default 20 minutes from now; with a signature exactly the signed one
  readonly providerSignature?: string; // from `signContribution`, for somebody else than the provider to submit
}

/**
 * Contributes data that the pool's attesters vouch for, as its provider or with the provider's signature.
 * @throws DatawellError QualityTooLow, DuplicateContent, ContentExists, AllocationExhausted, RewardTooLow,
 * ContributionsClosed, NotProvider, NotEligible, TooFewSignatures, BadSignature, AttesterInactive, DeadlinePassed,
 * and for an update InsufficientStake, ParentNotUsable, UpdateUnderChallenge
 */
export async function contribute(client: Datawell, params: ContributeParams): PoolEvent<"Contribute"> {
  const { pool, contribution, assessment, set, minReward = 0n, providerSignature = "0x" } = params;
  const signatures = ascending(params.signatures);
  const deadline = await deadlineOf(client, params.deadline);
  return act(client, poolAt(pool), {
    call: "contribute",
    args: [contribution, assessment, set, signatures, minReward, deadline, providerSignature],
    event: "Contribute",
  });
}
