import { concat, dataSlice, sha256, toBeHex, toBigInt, toUtf8Bytes } from "ethers";
import { LANES } from "../math/minHash.ts";

const SEED = toUtf8Bytes("datawell.challenge.v1");

/** What a device hides behind its commitment until the attester has answered, and opens then. */
export interface Halves {
  readonly attester: string; // 32 bytes, from the attester's own secret and all that was submitted
  readonly device: string; // 32 bytes, fixed by its hash in what was submitted
}

/** How much an attester has opened at most. */
export interface SampleSize {
  readonly records: number;
  readonly lanes: number; // of 64
}

/** What is to be opened, positions in ascending order. */
export interface Challenge {
  readonly records: readonly number[];
  readonly lanes: readonly number[];
  readonly parent: readonly number[];
}

/** How many records there are to choose from. */
export interface Counts {
  readonly records: number;
  readonly parent: number; // 0 for a first contribution
}

/** No attester sees more than one record in so many, besides the witnesses of its lanes. */
const RECORDS_PER_OPENED = 8;
const RECORDS_PER_LANE = 16;

/** What is opened of so many records: what the attester asks for, and never most of a small table. */
export const sizeFor = (asked: SampleSize, count: number): SampleSize => ({
  records: Math.min(asked.records, Math.ceil(count / RECORDS_PER_OPENED)),
  lanes: Math.min(asked.lanes, Math.ceil(count / RECORDS_PER_LANE)),
});

/** Hash of the device's half, submitted before the attester's half is known. */
export const commitmentOf = (half: string): string => sha256(half);

/** What both sides together chose: neither could foresee it when it fixed its half. */
export function drawChallenge(halves: Halves, counts: Counts, asked: SampleSize): Challenge {
  const seed = sha256(concat([SEED, halves.attester, halves.device]));
  const { records, lanes } = sizeFor(asked, counts.records);
  return {
    records: drawDistinct(seed, "records", counts.records, records),
    lanes: drawDistinct(seed, "lanes", LANES, lanes),
    parent: drawDistinct(seed, "parent", counts.parent, sizeFor(asked, counts.parent).records),
  };
}

/**
 * `size` different positions below `count`, or all if there are no more: 64-bit numbers from sha256(seed | label |
 * uint32 counter), modulo count (count is at most 2^32, so no position is favoured by more than 2^-32).
 */
export function drawDistinct(seed: string, label: string, count: number, size: number): readonly number[] {
  if (count <= size) return Array.from({ length: count }, (_, index) => index);
  const drawn = new Set<number>();
  for (let counter = 0; drawn.size < size; counter++) {
    const hash = sha256(concat([seed, toUtf8Bytes(label), toBeHex(counter, 4)]));
    drawn.add(Number(toBigInt(dataSlice(hash, 0, 8)) % BigInt(count)));
  }
  return [...drawn].toSorted((a, b) => a - b);
}
