/** Which block: its height and, as heights are given anew by a reorganization, its hash. */
export interface BlockId {
  readonly number: number;
  readonly hash: string;
}

/** What a follower needs of a block. */
export interface Header extends BlockId {
  readonly parentHash: string;
  readonly timestamp: number; // unix seconds
}
