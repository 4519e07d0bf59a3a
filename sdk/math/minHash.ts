import { DataError } from "../data/DataError.ts";
import { type Hash64, mix32 } from "./keyedHash.ts";

/** Lanes of the sketch that goes on chain, 4 bits each. */
export const LANES = 64;

/** Equal lanes that make a near duplicate unless a pool says otherwise; docs/spec/similarity.md has the measurements. */
export const DEFAULT_SIMILARITY_LANES = 48;

const BINS = 512; // 8 bins per lane
const BIN_SHIFT = 23; // the top 9 bits of `hi` choose the bin
const PER_LANE = BINS / LANES;
const EMPTY = 0xffffffff;

/** Distinct features below which a sketch says nothing about its content. */
export const MIN_FEATURES = 64;

/** One-permutation MinHash: the least value that fell into each bin. */
export type Bins = Uint32Array;

export function emptyBins(): Bins {
  return new Uint32Array(BINS).fill(EMPTY);
}

/** Adds a feature; adding it again changes nothing, so a repeated record does not count. */
export function addFeature(bins: Bins, feature: Hash64): void {
  const bin = feature.hi >>> BIN_SHIFT;
  if (feature.lo < (bins[bin] as number)) bins[bin] = feature.lo;
}

/**
 * Distinct features that went in, as the number of filled bins: exact enough where it matters, because few features
 * seldom share one of 512 bins, and the same for everybody.
 */
export function estimateFeatures(bins: Bins): number {
  return bins.reduce((filled, value) => filled + (value === EMPTY ? 0 : 1), 0);
}

/** Share of common features (Jaccard), estimated from the bins that hold something on either side; 0 to 10,000 bps. */
export function estimateJaccard(a: Bins, b: Bins): number {
  let equal = 0;
  let filled = 0;
  for (let i = 0; i < BINS; i++) {
    if (a[i] === EMPTY && b[i] === EMPTY) continue;
    filled++;
    if (a[i] === b[i]) equal++;
  }
  return filled === 0 ? 0 : Number((BigInt(equal) * 10_000n) / BigInt(filled));
}

/**
 * The sketch that goes on chain. Lane i is the least value of bins 8i to 8i + 7, hashed to 4 bits, and the i-th hex
 * digit after 0x. An empty lane borrows from another one, found by a hash of (lane, attempt) that is the same for
 * everybody (optimal densification, Shrivastava 2017).
 */
export function lanesOf(bins: Bins): string {
  const least = Array.from({ length: LANES }, (_, lane) =>
    Math.min(...bins.subarray(lane * PER_LANE, (lane + 1) * PER_LANE)),
  );
  if (least.every((value) => value === EMPTY)) {
    throw new DataError("TooFewFeatures", "there is nothing to sketch", "Contribute more records");
  }
  return `0x${least.map((_, lane) => (mix32(least[donor(least, lane)] as number) & 15).toString(16)).join("")}`;
}

function donor(least: readonly number[], lane: number): number {
  let from = lane;
  for (let attempt = 1; least[from] === EMPTY; attempt++)
    from = mix32(Math.imul(lane + 1, 0x9e3779b1) + attempt) % LANES;
  return from;
}
