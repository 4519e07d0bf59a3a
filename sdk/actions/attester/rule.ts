import type { Datawell } from "../../chain/datawell.ts";
import { signerOf } from "../../chain/signerOf.ts";
import { rulingMessage } from "../../signing/rulingMessage.ts";
import { sign } from "../../signing/sign.ts";
import type { AttesterSignature } from "../../types/Attestation.ts";
import type { JobRuling } from "../../types/Job.ts";

/**
 * Signs an attester's ruling of a disputed job; `compute.resolve` hands it in.
 * @throws DatawellError NoSigner, Rejected
 */
export async function rule(client: Datawell, ruling: JobRuling): Promise<AttesterSignature> {
  const signature = await sign(client, rulingMessage(client, ruling));
  return { attester: await signerOf(client).getAddress(), signature };
}
