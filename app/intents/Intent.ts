/** Where something that a person wanted stands. */
export type Stage =
  | "preparing" // reading the chain, simulating
  | "signing" // the wallet is asked for a signature
  | "confirming" // the wallet is asked to send
  | "pending" // sent, waits for its block
  | "done"
  | "rejected" // the person said no in the wallet
  | "failed";

/** Calls that a wallet sends as one (EIP-5792): it alone knows their transaction. */
export interface SentBatch {
  readonly id: string; // the wallet's name for it
  readonly walletId: string;
}

/** Something that a person wanted, from the click to its block. */
export interface Intent {
  readonly id: number;
  readonly title: string; // "Buy 12 WTHR"
  readonly account: string;
  readonly stage: Stage;
  readonly hash?: string;
  readonly nonce?: number; // of its transaction, counted by the account
  readonly batch?: SentBatch; // what it went out as, instead of a transaction of its own
  readonly error?: { readonly message: string; readonly remedy: string };
  readonly outcome?: string; // a sentence about what came of it
}

export const isOver = ({ stage }: Intent): boolean => stage === "done" || stage === "rejected" || stage === "failed";

/** Whether the wallet sent it, whatever became of it then. */
export const isSent = ({ hash, batch }: Intent): boolean => (hash ?? batch) !== undefined;
