const REMEDIES = {
  WrongChain: "Point the service at a node of the deployment's chain",
  BadAnswer: "Nothing was taken over; the follower asks again. If it lasts, use another node",
  TimedOut: "Nothing was taken over; the follower asks again. If it lasts, use another node",
  Unsteady: "Nothing was taken over; the follower asks again. If it lasts, use another node",
  Moved: "The chain was reorganized meanwhile; the follower looks where it forked and goes on",
} as const;

export type ChainErrorCode = keyof typeof REMEDIES;

/** What a node did wrong, so that nothing it said in the same breath is believed. */
export class ChainError extends Error {
  readonly code: ChainErrorCode;
  readonly remedy: string;

  constructor(code: ChainErrorCode, fault: string, options?: ErrorOptions) {
    super(fault, options);
    this.name = "ChainError";
    this.code = code;
    this.remedy = REMEDIES[code];
  }
}
