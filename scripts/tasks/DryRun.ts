import { DatawellError } from "#sdk/errors/DatawellError.ts";

/** The transaction that would have been sent. */
export interface Unsent {
  readonly to: string;
  readonly data: string;
  readonly gas: bigint; // estimated
}

/** Ends an action just before it sends its first transaction; nothing went wrong. */
export class DryRun extends DatawellError {
  readonly unsent: Unsent;

  constructor(unsent: Unsent) {
    super("DryRun", { ...unsent });
    this.unsent = unsent;
  }
}
