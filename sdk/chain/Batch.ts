import type { TransactionReceipt } from "ethers";

/** One of the calls that go out together. */
export interface Call {
  readonly to: string;
  readonly data: string;
  readonly value?: bigint; // ether wei
}

/**
 * Sends calls of the user's account as one transaction, all or none, and waits for its block: what a wallet with atomic
 * batches does (EIP-5792). The receipt's logs are those of the calls.
 */
export type SendBatch = (calls: readonly Call[]) => Promise<TransactionReceipt>;
