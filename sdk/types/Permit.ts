/** An ERC-2612 signature; deadline 0 means none. */
export interface Permit {
  readonly value: bigint; // token wei
  readonly deadline: bigint; // unix seconds
  readonly v: bigint;
  readonly r: string;
  readonly s: string;
}
