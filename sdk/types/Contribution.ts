/** How a contribution can be used, as the chain counts it. */
export const ContributionKind = {
  Device: 0n, // stays on the provider's device: compute only
  Remote: 1n, // an encrypted URL: licence holders fetch it
} as const;

/** What a provider contributes; every field is signed by the attesters. */
export interface Contribution {
  readonly provider: string; // who earns
  readonly kind: bigint; // ContributionKind
  readonly contentRoot: string; // salted Merkle root of the records
  readonly contentTag: string; // equal for equal content; the contribution's id
  readonly sketch: string; // 64 MinHash lanes of 4 bits
  readonly metadata: string; // sha2-256 of the canonical metadata document
  readonly units: bigint; // data units (records)
  readonly parent: string; // contentTag of the contribution this one updates; 32 zero bytes for a first one
}

/** What the attesters found. */
export interface Assessment {
  readonly quality: bigint; // bps
  readonly novelty: bigint; // bps, against the parent; 0 for a first contribution
  readonly deadline: bigint; // unix seconds, last moment the attestation may be used
}
