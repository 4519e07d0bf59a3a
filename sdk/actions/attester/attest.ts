import type { Datawell } from "../../chain/datawell.ts";
import { signerOf } from "../../chain/signerOf.ts";
import { type AttestationParams, attestationMessage } from "../../signing/attestationMessage.ts";
import { sign } from "../../signing/sign.ts";
import type { AttesterSignature } from "../../types/Attestation.ts";

import { requireSameVerdict, type Verdict } from "./requireSameVerdict.ts";

/**
 * Signs what an attester found. Two different assessments of one contribution cost the whole bond: whoever calls this
 * remembers its assessments and passes the earlier one, which is refused if it differs.
 * @throws DatawellError Equivocation, NoSigner, Rejected
 */
export async function attest(
  client: Datawell,
  { earlier, ...params }: AttestationParams & { readonly earlier?: Verdict | undefined },
): Promise<AttesterSignature> {
  requireSameVerdict(params.assessment, earlier);
  const signature = await sign(client, attestationMessage(client, params));
  return { attester: await signerOf(client).getAddress(), signature };
}
