import type { Datawell } from "../chain/datawell.ts";
import type { Assessment, Contribution } from "../types/Contribution.ts";
import { CONTRIBUTION_TYPES } from "./contributionTypes.ts";
import { domainOf } from "./domainOf.ts";
import { fields } from "./fields.ts";
import type { TypedData } from "./TypedData.ts";

export interface AttestationParams {
  readonly pool: string;
  readonly contribution: Contribution;
  readonly assessment: Assessment;
}

/** EIP-712 "Attestation". */
export const ATTESTATION_TYPES = {
  Attestation: fields("Contribution contribution,uint16 quality,uint16 novelty,uint40 deadline"),
  ...CONTRIBUTION_TYPES,
};

/** What every attester of a pool signs about a contribution. */
export const attestationMessage = (
  client: Datawell,
  { pool, contribution, assessment }: AttestationParams,
): TypedData => ({
  domain: domainOf(client, pool),
  types: ATTESTATION_TYPES,
  message: { contribution, ...assessment },
});
