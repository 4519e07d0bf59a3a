import type { Field } from "#sdk/data/table.ts";
import type { AttesterSignature } from "#sdk/types/Attestation.ts";
import type { Assessment, Contribution } from "#sdk/types/Contribution.ts";
import { cidIn } from "../../../data/metadata/cidIn.ts";

/** What a provider hands to attesters beside the records: as `pool contribute --out` writes it. */
export interface ContributionFile {
  readonly chainId: bigint;
  readonly pool: string;
  readonly similarityLanes: bigint; // of 64
  readonly contribution: Omit<Contribution, "contentTag" | "sketch">;
  readonly fields: readonly Field[];
  readonly assessedAt: bigint; // unix seconds
  readonly deadline: bigint; // unix seconds
}

/** The text of the file; big integers are decimal digits. */
export const contributionFile = (file: ContributionFile): string => `${toJson(file)}\n`;

const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? inner.toString() : inner));

/** The digest inside the address that a Data Token's `contractURI` answers. */
export async function digestOf(contractUri: string): Promise<string> {
  const { cidToDigest } = await import("#sdk/metadata/cid.ts");
  return cidToDigest(cidIn(contractUri));
}

/** What attestations must be about. */
export interface Expected {
  readonly chainId: bigint;
  readonly pool: string;
  readonly provider: string;
  readonly contentRoot: string;
}

export interface Signed {
  readonly contribution: Contribution;
  readonly assessment: Assessment;
  readonly signatures: readonly AttesterSignature[];
}

/**
 * Puts attestation files together, as `attester attest --out` writes them: all must say the same of these records.
 * @throws Error in a sentence
 */
export function attestationsIn(texts: readonly string[], expected: Expected): Signed {
  const files = texts.map(parse);
  const [first] = files;
  if (first === undefined) throw new Error("Choose the files that the attesters sent.");
  for (const { chainId, pool, contribution } of files) {
    const isOurs =
      BigInt(chainId) === expected.chainId &&
      pool === expected.pool &&
      contribution.provider === expected.provider &&
      contribution.contentRoot === expected.contentRoot;
    if (!isOurs) throw new Error("An attestation is about other records, another account or another dataset.");
  }
  const said = files.map(({ contribution, assessment }) => toJson([contribution, assessment]));
  if (said.some((one) => one !== said[0])) {
    throw new Error("The attestations differ: have all attesters measure the same records with the same file.");
  }
  const { contribution, assessment } = first;
  return {
    contribution: { ...contribution, kind: BigInt(contribution.kind), units: BigInt(contribution.units) },
    assessment: {
      quality: BigInt(assessment.quality),
      novelty: BigInt(assessment.novelty),
      deadline: BigInt(assessment.deadline),
    },
    signatures: files.map(({ attester, signature }) => ({ attester, signature })),
  };
}

interface AttestationFile extends Signed, AttesterSignature {
  readonly chainId: string;
  readonly pool: string;
}

const BYTES32 = /^0x[0-9a-f]{64}$/;
const DIGITS = /^\d{1,20}$/;

function parse(text: string): AttestationFile {
  try {
    const file = JSON.parse(text) as AttestationFile;
    const { contentRoot, contentTag, sketch, metadata, parent, units, kind } = file.contribution;
    const { quality, novelty, deadline } = file.assessment;
    const isSound =
      [contentRoot, contentTag, sketch, metadata, parent].every((value) => BYTES32.test(value)) &&
      [units, kind, quality, novelty, deadline, file.chainId].every((value) => DIGITS.test(String(value))) &&
      [file.attester, file.signature].every((value) => /^0x([0-9a-fA-F]{2})+$/.test(value));
    if (isSound) return file;
  } catch {
    // not even JSON, or without its parts
  }
  throw new Error("A file is no attestation: use what `attester attest --out` wrote.");
}
