/** What is told of a block. */
export interface BlockHead {
  readonly number: number;
  readonly timestamp: number; // unix seconds
  readonly hash: string | null; // null: still pending
}

/** What a contract has logged. */
export interface ChainLog {
  readonly address: string; // checksummed
  readonly topics: readonly string[];
  readonly data: string;
  readonly blockNumber: number;
  readonly index: number; // within the block
  readonly transactionHash: string;
}

export interface LogFilter {
  readonly address: string | string[];
  readonly topics?: (null | string | string[])[];
  readonly fromBlock: number;
  readonly toBlock: number;
}

export interface CallRequest {
  readonly to: string;
  readonly data: string;
  readonly gasLimit?: bigint;
}

/** All by which this SDK reads a chain: a part of an ethers Provider, so that a page need not load the rest. */
export interface ChainReader {
  readonly call: (request: CallRequest) => Promise<string>;
  readonly getCode: (address: string) => Promise<string>;
  readonly getBlock: (block: number | "latest") => Promise<BlockHead | null>;
  readonly getBlockNumber: () => Promise<number>;
  readonly getLogs: (filter: LogFilter) => Promise<ChainLog[]>;
  /** What was sent; null: the node does not know the transaction, or no longer. */
  readonly getTransaction: (hash: string) => Promise<{ readonly data: string } | null>;
  readonly getNetwork: () => Promise<{ readonly chainId: bigint }>;
}

/** Who reads the chain, and signs and sends as well if it is an ethers Signer. */
export interface Runner {
  readonly provider: ChainReader | null;
}
