export interface CoordinatorFault {
  readonly status: number; // of HTTP; 0: nothing that can be read came back
  readonly code: string; // of the problem document
  readonly fault: string;
  readonly remedy: string;
  readonly retryAfter?: number; // seconds
}

/**
 * What a coordinator refused, or that it could not be asked. Status 0, 408, 429 and 5xx pass with time, 404 means not
 * there (yet), and any other is its last word on this message.
 */
export class CoordinatorError extends Error {
  override readonly name = "CoordinatorError";
  readonly status: number;
  readonly code: string;
  readonly fault: string;
  readonly remedy: string;
  readonly retryAfter: number | undefined;

  constructor({ status, code, fault, remedy, retryAfter }: CoordinatorFault, options?: ErrorOptions) {
    super(`${fault}. ${remedy}.`, options);
    this.status = status;
    this.code = code;
    this.fault = fault;
    this.remedy = remedy;
    this.retryAfter = retryAfter;
  }
}
