import type { Assessment, Contribution } from "#sdk/types/Contribution.ts";
import { badInput } from "../input/badInput.ts";
import { readJson } from "../input/readJson.ts";
import { revive } from "../input/revive.ts";

/** What an attester hands back: the whole contribution, what was found in the records, and the signature. */
export interface AttestationFile {
  readonly chainId: bigint;
  readonly pool: string;
  readonly contribution: Contribution;
  readonly assessment: Assessment;
  readonly attester: string;
  readonly signature: string;
}

/** Reads what `attester attest --out` wrote. */
export function readAttestation(path: string, option: string): AttestationFile {
  const file = readJson(path, option);
  if (typeof file.assessment !== "object" || typeof file.signature !== "string") {
    throw badInput(`--${option} names ${path}, which is no attestation`, "Use what `attester attest --out` wrote");
  }
  return revive(file) as AttestationFile;
}
