export type RoundErrorCode = "Malformed" | "WrongProof";

/** A message of a round that cannot be what it claims to be. */
export class RoundError extends Error {
  override readonly name = "RoundError";
  readonly code: RoundErrorCode;
  readonly fault: string;
  readonly remedy: string;

  constructor(code: RoundErrorCode, fault: string, remedy: string) {
    super(`${fault}. ${remedy}.`);
    this.code = code;
    this.fault = fault;
    this.remedy = remedy;
  }
}
