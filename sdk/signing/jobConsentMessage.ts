import type { Datawell } from "../chain/datawell.ts";
import type { Settlement } from "../types/Job.ts";
import { domainOf } from "./domainOf.ts";
import { fields } from "./fields.ts";
import type { TypedData } from "./TypedData.ts";

export interface JobConsentParams {
  readonly jobId: string;
  readonly settlement: Settlement;
}

/** EIP-712 "Consent" of ComputeBilling. */
export const JOB_CONSENT_TYPES = {
  Consent: fields("bytes32 jobId,uint64 units,bytes32 resultDigest,bytes32 payoutRoot"),
};

/** What a consumer signs so that a settlement is final at once. */
export const jobConsentMessage = (client: Datawell, { jobId, settlement }: JobConsentParams): TypedData => ({
  domain: domainOf(client, client.billing.address),
  types: JOB_CONSENT_TYPES,
  message: { jobId, ...settlement },
});
