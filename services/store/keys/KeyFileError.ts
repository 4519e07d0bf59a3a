export type KeyFileErrorCode = "Unreadable" | "Corrupt" | "Exposed" | "Unwritable" | "KeysMissing";

/** A store's key file that cannot be used. It is never overwritten: without its keys, sealed records stay shut. */
export class KeyFileError extends Error {
  override readonly name = "KeyFileError";
  readonly code: KeyFileErrorCode;
  readonly fault: string;
  readonly remedy: string;

  constructor(code: KeyFileErrorCode, fault: string, remedy: string, options?: ErrorOptions) {
    super(`${fault}. ${remedy}.`, options);
    this.code = code;
    this.fault = fault;
    this.remedy = remedy;
  }
}
