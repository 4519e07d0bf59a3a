export type OprfErrorCode = "NoElements" | "TooManyElements" | "NotAnElement" | "NotAKey" | "BadProof" | "WrongLength";

/** A fault in what one side of the blinded evaluation sent: what is wrong and what to do. Never repeats an input or a key. */
export class OprfError extends Error {
  override readonly name = "OprfError";
  readonly code: OprfErrorCode;
  readonly fault: string;
  readonly remedy: string;

  constructor(code: OprfErrorCode, fault: string, remedy: string) {
    super(`${fault}. ${remedy}.`);
    this.code = code;
    this.fault = fault;
    this.remedy = remedy;
  }
}
