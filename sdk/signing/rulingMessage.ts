import type { Datawell } from "../chain/datawell.ts";
import type { JobRuling } from "../types/Job.ts";
import { domainOf } from "./domainOf.ts";
import { fields } from "./fields.ts";
import type { TypedData } from "./TypedData.ts";

/** EIP-712 "Ruling". */
export const RULING_TYPES = { Ruling: fields("bytes32 jobId,uint64 units,bytes32 payoutRoot,uint40 deadline") };

/** What attesters sign to decide a dispute. */
export const rulingMessage = (client: Datawell, ruling: JobRuling): TypedData => ({
  domain: domainOf(client, client.billing.address),
  types: RULING_TYPES,
  message: { ...ruling },
});
