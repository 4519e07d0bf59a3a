import type { AttesterRefusal } from "./RemoteAttestation.ts";

export type AttestationErrorCode =
  "NoAttester" | "DifferentKeys" | "DifferentTerms" | "WrongFields" | "UnknownParent" | "TooFewSignatures";

/** Why a contribution was not attested, and what each attester said. */
export class AttestationError extends Error {
  override readonly name = "AttestationError";
  readonly code: AttestationErrorCode;
  readonly fault: string;
  readonly remedy: string;
  readonly refusals: readonly AttesterRefusal[];

  constructor(code: AttestationErrorCode, fault: string, remedy: string, refusals: readonly AttesterRefusal[] = []) {
    super(
      [`${fault}. ${remedy}.`, ...refusals.map((one) => `${one.attester}: ${one.fault}. ${one.remedy}.`)].join("\n"),
    );
    this.code = code;
    this.fault = fault;
    this.remedy = remedy;
    this.refusals = refusals;
  }
}
