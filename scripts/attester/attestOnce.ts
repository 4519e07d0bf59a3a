import { getAddress, TypedDataEncoder } from "ethers";
import { attest } from "#sdk/actions/attester/attest.ts";
import type { Verdict } from "#sdk/actions/attester/requireSameVerdict.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { signerOf } from "#sdk/chain/signerOf.ts";
import type { AttestationParams } from "#sdk/signing/attestationMessage.ts";
import { CONTRIBUTION_TYPES } from "#sdk/signing/contributionTypes.ts";
import type { AttesterSignature } from "#sdk/types/Attestation.ts";
import { append, recall, type Subject } from "./journal.ts";

/**
 * Signs what an attester found, when its journal has it on disk. The same assessment may be signed again; another one
 * of the same contribution never is, not even after a crash between the writing and the signing.
 * @throws DatawellError Equivocation, NoSigner, Rejected
 */
export async function attestOnce(
  client: Datawell,
  journal: string,
  params: AttestationParams,
): Promise<AttesterSignature> {
  const subject = await subjectOf(client, params);
  const { quality, novelty } = params.assessment;
  if (recall(journal, subject) === undefined) {
    append(journal, { ...subject, quality: String(quality), novelty: String(novelty) });
  }
  // read again: the line of another process may have come first
  return attest(client, { ...params, earlier: verdictIn(journal, subject) });
}

/** What the attester found in this contribution before, if anything. */
export const verdictBefore = async (
  client: Datawell,
  journal: string,
  params: Omit<AttestationParams, "assessment">,
): Promise<Verdict | undefined> => verdictIn(journal, await subjectOf(client, params));

function verdictIn(journal: string, subject: Subject): Verdict | undefined {
  const entry = recall(journal, subject);
  return entry && { quality: BigInt(entry.quality), novelty: BigInt(entry.novelty) };
}

async function subjectOf(
  client: Datawell,
  { pool, contribution }: Omit<AttestationParams, "assessment">,
): Promise<Subject> {
  return {
    attester: await signerOf(client).getAddress(),
    chainId: String(client.chainId),
    pool: getAddress(pool), // one address, however its letters are written
    contribution: TypedDataEncoder.hashStruct("Contribution", CONTRIBUTION_TYPES, contribution),
  };
}
