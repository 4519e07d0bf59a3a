import { type CohortShares, CORRUPT_BPS, countUp } from "./CohortShares.ts";
import { mostMarked } from "./tails.ts";

const DOUBT_BITS = 20; // in all but one of 2^20 rounds no device has more of them

/** Neighbours of a device that may collude, at most. */
export function corruptNeighbours({
  size,
  degree,
  corruptBps = CORRUPT_BPS,
}: Pick<CohortShares, "corruptBps"> & { readonly size: number; readonly degree: number }): number {
  const union = Math.ceil(Math.log2(size)); // bits that a promise to every device costs
  return mostMarked({ population: size - 1, marked: countUp(size, corruptBps), drawn: degree }, DOUBT_BITS + union);
}
