export type SandboxErrorCode = "Stopped" | "CannotStart" | "WrongEngine";

/** A fault of the machine or its installation, not of a program. */
export class SandboxError extends Error {
  override readonly name = "SandboxError";
  readonly code: SandboxErrorCode;
  readonly fault: string;
  readonly remedy: string;

  constructor(code: SandboxErrorCode, fault: string, remedy: string) {
    super(`${fault}. ${remedy}.`);
    this.code = code;
    this.fault = fault;
    this.remedy = remedy;
  }
}
