/** What a service refused, or that it could not be asked. */
export interface HttpFault {
  readonly status: number; // of HTTP; 0: nothing that can be read came back
  readonly code: string; // the service's own, or Unreachable, TooLong, BadAnswer, Refused
  readonly fault: string; // a sentence without its full stop
  readonly remedy: string;
  readonly retryAfter?: number; // seconds
}

/** Whom one asks over HTTP. */
export interface Peer {
  readonly name: string; // as a sentence about it begins
  readonly remedy: string; // where it does not answer, or not as it should
  /** The error by which its faults are thrown. */
  readonly error: (fault: HttpFault, options?: ErrorOptions) => Error;
}
