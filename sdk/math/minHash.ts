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

/** The bins of a content without features. */
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

/** What a lane is made from. */
export interface PreLane {
  readonly value: number; // least of the bins of lane `from`, 32 bits
  readonly from: number; // the lane itself, or the one that an empty lane borrows from
}

/**
 * What the lanes of a sketch are made from: lane i has the least value of bins 8i to 8i + 7. An empty lane borrows from
 * another one, found by a hash of (lane, attempt) that is the same for everybody (optimal densification, Shrivastava
 * 2017).
 */
export function preLanesOf(bins: Bins): readonly PreLane[] {
  const least = Array.from({ length: LANES }, (_, lane) =>
    Math.min(...bins.subarray(lane * PER_LANE, (lane + 1) * PER_LANE)),
  );
  if (least.every((value) => value === EMPTY)) {
    throw new DataError("TooFewFeatures", "there is nothing to sketch", "Contribute more records");
  }
  return least.map((_, lane) => {
    let attempt = 0;
    while (least[donor(lane, attempt)] === EMPTY) attempt++;
    const from = donor(lane, attempt);
    return { value: least[from] as number, from };
  });
}

/** The lane from which a lane takes its value if all attempts before this one met empty lanes; first it is itself. */
const donor = (lane: number, attempt: number): number =>
  attempt === 0 ? lane : mix32(Math.imul(lane + 1, 0x9e3779b1) + attempt) % LANES;

/** The lane whose bins a feature falls into. */
export const laneOfFeature = ({ hi }: Hash64): number => Math.floor((hi >>> BIN_SHIFT) / PER_LANE);

/**
 * Lanes without the attesters' function: pre-lanes hashed to 4 bits. They agree as often as those of the real sketch, at
 * a thousandth of the work: for measurements and for a maker's examples, never for the chain.
 */
export function bareLanes(bins: Bins): string {
  return `0x${preLanesOf(bins)
    .map(({ value }) => (mix32(value) & 15).toString(16))
    .join("")}`;
}
