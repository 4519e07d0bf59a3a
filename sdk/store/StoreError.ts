export interface StoreFault {
  readonly status?: number; // of the store's answer; 0 or none: it is the SDK that refuses
  readonly code: string;
  readonly fault: string;
  readonly remedy: string;
}

/** What a metadata store refused, or what it answered that cannot be believed. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly status: number | undefined;
  readonly code: string;
  readonly fault: string;
  readonly remedy: string;

  constructor({ status, code, fault, remedy }: StoreFault, options?: ErrorOptions) {
    super(`${fault}. ${remedy}.`, options);
    this.status = status;
    this.code = code;
    this.fault = fault;
    this.remedy = remedy;
  }
}
