import type { Batch } from "./Batch.ts";
import type { ChainLog } from "./ChainLog.ts";
import type { Reader } from "./createReader.ts";
import type { BlockId } from "./Header.ts";

/** What is followed, and who keeps the result. The follower itself remembers nothing: all it knows is `position`. */
export interface Followed {
  readonly reader: Reader;
  readonly chainId: bigint;
  readonly birth: number; // the first block that matters
  /** How many blocks below the head may be reorganized and are read one by one. */
  readonly window: number;
  /** The most blocks to ask for at once below the window. */
  readonly span: number;
  /** Contracts known so far, in lower case. */
  readonly addresses: () => readonly string[];
  /** Contracts that these logs tell of, in lower case: their own logs from there on are read as well. */
  readonly reveal: (logs: readonly ChainLog[]) => readonly string[];
  /** Blocks taken over that can be compared with the node's, newest first: the first is where to go on. */
  readonly position: () => Promise<readonly BlockId[]>;
  /** Takes a stretch over, wholly or not at all. */
  readonly onBlocks: (batch: Batch) => Promise<void>;
  /** Undoes everything above a block of `position`, or more if it cannot; undefined: everything. */
  readonly onReorg: (height: number | undefined) => Promise<void>;
}
