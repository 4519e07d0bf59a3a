export interface IndexerFault {
  readonly code: string; // "Unreachable" and "BadAnswer" are the client's, all others the indexer's
  readonly status: number; // of HTTP; 0: nothing answered
  readonly fault: string;
  readonly remedy: string;
}

/** Why the indexer gave no answer: in its own words where it gave any. */
export class IndexerError extends Error {
  readonly code: string;
  readonly status: number;
  readonly remedy: string;

  constructor({ code, status, fault, remedy }: IndexerFault, options?: ErrorOptions) {
    super(fault, options);
    this.name = "IndexerError";
    this.code = code;
    this.status = status;
    this.remedy = remedy;
  }
}
