/** A log as the node told it, in ethers' words, so that the SDK decodes it as it is; `address` is in lower case. */
export interface ChainLog {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
  readonly blockNumber: number;
  readonly blockHash: string;
  readonly index: number;
  readonly transactionHash: string;
}
