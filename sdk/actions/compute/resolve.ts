import { act } from "../../chain/act.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { AttesterSet, AttesterSignature } from "../../types/Attestation.ts";
import type { Job, JobRuling } from "../../types/Job.ts";
import { ascending } from "../attester/ascending.ts";
import type { BillingEvent } from "./BillingEvent.ts";

export interface ResolveParams {
  readonly job: Job;
  readonly ruling: JobRuling;
  readonly set: AttesterSet; // whose hash is the job's
  readonly signatures: readonly AttesterSignature[]; // from `attester.rule`, in any order
}

/**
 * Hands in the attesters' ruling of a dispute; anyone may.
 * @throws DatawellError WrongPhase, TooLate, NotTheJudge, ForeignRuling, TooFewSignatures, BadSignature, UnknownJob
 */
export const resolve = (client: Datawell, { job, ruling, set, signatures }: ResolveParams): BillingEvent<"Resolve"> =>
  act(client, client.billing, {
    call: "resolve",
    args: [job, ruling, set, ascending(signatures)],
    event: "Resolve",
  });
