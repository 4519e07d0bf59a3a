/** The attesters a pool trusts and how many of them must agree. */
export interface AttesterSet {
  readonly threshold: bigint; // m, 1 .. attesters.length
  readonly attesters: readonly string[]; // n addresses, strictly ascending, at most 16
}

/** One attester's signature. */
export interface AttesterSignature {
  readonly attester: string;
  readonly signature: string; // ECDSA (65 bytes) or what the account accepts by ERC-1271
}
