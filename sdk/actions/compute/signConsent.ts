import type { Datawell } from "../../chain/datawell.ts";
import { jobConsentMessage } from "../../signing/jobConsentMessage.ts";
import { sign } from "../../signing/sign.ts";
import type { Job, Settlement } from "../../types/Job.ts";
import { jobId } from "./jobId.ts";

/**
 * The consumer signs that a settlement is right, so that it is final at once.
 * @throws DatawellError NoSigner, Rejected
 */
export const signConsent = (
  client: Datawell,
  { job, settlement }: { readonly job: Job; readonly settlement: Settlement },
): Promise<string> => sign(client, jobConsentMessage(client, { jobId: jobId(job), settlement }));
