import { getAddress } from "ethers";
import type { AttesterSet } from "../../types/Attestation.ts";
import { byAddress } from "./byAddress.ts";
import { hashAttesterSet } from "./hashAttesterSet.ts";

const MOST_HASHES = 6_000; // a second on a phone: all sets among ten attesters, the smaller ones among more

/** The set among these attesters that has a hash, small ones tried first; undefined: there is none, or too many are. */
export function setAmong(known: readonly string[], hash: string): AttesterSet | undefined {
  let hashes = 0;
  for (const set of setsOf(known.map((one) => getAddress(one)).toSorted(byAddress))) {
    if (hashes++ === MOST_HASHES) return undefined;
    if (hashAttesterSet(set) === hash) return set;
  }
  return undefined;
}

function* setsOf(all: readonly string[]): Generator<AttesterSet> {
  for (let size = 1; size <= all.length; size++) {
    for (const attesters of choicesOf(all, size)) {
      for (let threshold = 1n; threshold <= size; threshold++) yield { threshold, attesters };
    }
  }
}

/** All choices of so many, each in the order given. */
function* choicesOf(all: readonly string[], size: number, first = 0): Generator<readonly string[]> {
  if (size === 0) return yield [];
  for (let at = first; at <= all.length - size; at++) {
    for (const rest of choicesOf(all, size - 1, at + 1)) yield [all[at] as string, ...rest];
  }
}
