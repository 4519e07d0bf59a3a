import type { TransactionReceipt } from "ethers";

/** An action that went through: its transaction, and what its events say of the result. */
export interface Sent<T> {
  readonly hash: string;
  readonly receipt: TransactionReceipt;
  readonly result: T;
}

/** Puts a receipt and what was found in it together. */
export const sent = <T>(receipt: TransactionReceipt, result: T): Sent<T> => ({ hash: receipt.hash, receipt, result });
