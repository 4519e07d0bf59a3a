import { z } from "zod";
import type { Datawell } from "../chain/datawell.ts";
import { domainOf } from "../signing/domainOf.ts";
import { fields } from "../signing/fields.ts";
import type { TypedData } from "../signing/TypedData.ts";
import { address, bytes32, rowCount, walletSignature } from "./wire.ts";

export const enrolmentSchema = z.strictObject({
  jobId: bytes32,
  contribution: bytes32, // contentTag
  provider: address,
  rows: rowCount, // records the task will run over: the contribution's units on chain
  maskKey: bytes32, // X25519, agrees on masks
  shareKey: bytes32, // X25519, seals shares
  seedCommitment: bytes32, // to the seed of the device's own mask
  sessionKey: bytes32, // ed25519, signs what the device says later in this round
});

/** A device's promise to take part in one job, with the keys of this one round. */
export type Enrolment = z.infer<typeof enrolmentSchema>;

export const signedEnrolmentSchema = z.strictObject({ enrolment: enrolmentSchema, signature: walletSignature });

export type SignedEnrolment = z.infer<typeof signedEnrolmentSchema>;

/** EIP-712 "Enrolment" of ComputeBilling's domain. */
export const ENROLMENT_TYPES = {
  Enrolment: fields(
    "bytes32 jobId,bytes32 contribution,address provider,uint32 rows,bytes32 maskKey,bytes32 shareKey,bytes32 seedCommitment,bytes32 sessionKey",
  ),
};

/** What a provider signs to take part. */
export const enrolmentMessage = (client: Datawell, enrolment: Enrolment): TypedData => ({
  domain: domainOf(client, client.billing.address),
  types: ENROLMENT_TYPES,
  message: { ...enrolment },
});
