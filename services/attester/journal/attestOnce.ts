import { getAddress } from "ethers";
import { attest } from "#sdk/actions/attester/attest.ts";
import type { Verdict } from "#sdk/actions/attester/requireSameVerdict.ts";
import { contributionId } from "#sdk/attestation/contributionId.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { signerOf } from "#sdk/chain/signerOf.ts";
import type { AttestationParams } from "#sdk/signing/attestationMessage.ts";
import type { AttesterSignature } from "#sdk/types/Attestation.ts";
import type { Entry, Journal, Subject } from "./Journal.ts";

/**
 * Signs what an attester found, when its journal has it on disk. The same assessment may be signed again; another one
 * of the same contribution never is, not even after a crash between the writing and the signing.
 * @throws DatawellError Equivocation, NoSigner, Rejected, BadInput where the journal cannot be read or written
 */
export async function attestOnce(
  client: Datawell,
  journal: Journal,
  params: AttestationParams,
): Promise<AttesterSignature> {
  const { quality, novelty } = params.assessment;
  const entry = { ...(await subjectOf(client, params)), quality: String(quality), novelty: String(novelty) };
  return attest(client, { ...params, earlier: verdictIn(await journal.fix(entry)) });
}

/** What the attester found in this contribution before, if anything. */
export async function verdictBefore(
  client: Datawell,
  journal: Journal,
  params: Omit<AttestationParams, "assessment">,
): Promise<Verdict | undefined> {
  const entry = await journal.recall(await subjectOf(client, params));
  return entry && verdictIn(entry);
}

const verdictIn = ({ quality, novelty }: Entry): Verdict => ({ quality: BigInt(quality), novelty: BigInt(novelty) });

const subjectOf = async (
  client: Datawell,
  { pool, contribution }: Omit<AttestationParams, "assessment">,
): Promise<Subject> => ({
  attester: await signerOf(client).getAddress(),
  chainId: String(client.chainId),
  pool: getAddress(pool), // one address, however its letters are written
  contribution: contributionId(contribution),
});
