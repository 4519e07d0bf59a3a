import type { Datawell } from "../../chain/datawell.ts";
import { signerOf } from "../../chain/signerOf.ts";
import { DatawellError } from "../../errors/DatawellError.ts";
import { type AttestationParams, attestationMessage } from "../../signing/attestationMessage.ts";
import { sign } from "../../signing/sign.ts";
import type { AttesterSignature } from "../../types/Attestation.ts";
import type { Assessment } from "../../types/Contribution.ts";

/**
 * Signs what an attester found. Two different assessments of one contribution cost the whole bond: whoever calls this
 * remembers its assessments and passes the earlier one, which is refused if it differs.
 * @throws DatawellError Equivocation, NoSigner, Rejected
 */
export async function attest(
  client: Datawell,
  { earlier, ...params }: AttestationParams & { readonly earlier?: Assessment },
): Promise<AttesterSignature> {
  const { quality, novelty } = params.assessment;
  if (earlier !== undefined && (earlier.quality !== quality || earlier.novelty !== novelty)) {
    throw new DatawellError("Equivocation", { quality: earlier.quality, novelty: earlier.novelty });
  }
  const signature = await sign(client, attestationMessage(client, params));
  return { attester: await signerOf(client).getAddress(), signature };
}
