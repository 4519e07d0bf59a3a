export type ReduceErrorCode =
  // Terms that cannot be kept
  | "CohortTooSmall"
  | "CohortTooHostile" // no graph keeps the promises at these shares of corrupt and failing devices
  | "BadTerms"
  | "OutOfRange" // a value, or a sum, beyond 63 bits
  // What another party sent
  | "BadKey"
  | "NotAPosition"
  | "WrongLength"
  | "TooFewShares"
  | "TooFewNeighbours" // so few delivered that an answer could single one out
  | "Contradiction" // the survivors are not what this device was told, or did
  | "BadSharing"; // a device's shares do not make the secret that it committed to

/** A device that did not do its part. */
export interface Blame {
  readonly index: number;
  /**
   * It revealed a share other than it was sent, or of the other secret; it dealt shares that fit no secret of its own;
   * or more neighbours could not open what it dealt than can be in league against it, which is no proof.
   */
  readonly why: "WrongShare" | "WrongKind" | "BadSharing" | "Unopened";
}

/** Whether anybody who has the round's messages can check the blame; a suspicion must not cost a device its pay. */
export const isProven = ({ why }: { readonly why: string }): boolean => why !== "Unopened";

/** A round that cannot go on: what is wrong and what to do. Never repeats a secret. */
export class ReduceError extends Error {
  override readonly name = "ReduceError";
  readonly code: ReduceErrorCode;
  readonly fault: string;
  readonly remedy: string;
  readonly blamed: readonly Blame[];

  constructor(code: ReduceErrorCode, fault: string, remedy: string, blamed: readonly Blame[] = []) {
    super(`${fault}. ${remedy}.`);
    this.code = code;
    this.fault = fault;
    this.remedy = remedy;
    this.blamed = blamed;
  }
}
