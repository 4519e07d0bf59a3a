import type { ChainLog } from "./ChainLog.ts";
import type { BlockId, Header } from "./Header.ts";

/** A block and what the followed contracts logged in it, in order. */
export interface FollowedBlock extends Header {
  readonly logs: readonly ChainLog[];
}

/** A stretch of the chain that follows what was read before, to be taken over as one. */
export interface Batch {
  readonly from: number;
  readonly to: BlockId;
  /** Whether a reorganization may still undo any of it. Then every block is listed; otherwise those with logs, the first and the last. */
  readonly recent: boolean;
  readonly blocks: readonly FollowedBlock[]; // ascending
  readonly head: Header; // the node's newest block when this was read
}
