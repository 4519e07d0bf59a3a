import { getAddress } from "ethers";
import type { AttesterSet } from "../../types/Attestation.ts";
import { hashAttesterSet } from "./hashAttesterSet.ts";

const WORD = 64; // hex digits

/** Threshold, offset and count of an encoded set: 1 to 16 attesters. */
const HEAD = /0{62}(?=[01][0-9a-f]0{62}400{62}[01][0-9a-f])/g;

/**
 * The set that has a hash, wherever in calldata it stands: the call may be inside of others, of a batch or of an account
 * that is a contract.
 */
export function setWithin(calldata: string, hash: string): AttesterSet | undefined {
  for (const { index } of calldata.matchAll(HEAD)) {
    const numberAt = (place: number) =>
      Number.parseInt(calldata.slice(index, index + (place + 1) * WORD).slice(-2), 16);
    const [threshold, count] = [numberAt(0), numberAt(2)];
    const words = Array.from({ length: count }, (_, place) =>
      calldata.slice(index + (3 + place) * WORD).slice(0, WORD),
    );
    if (!words.every((word) => /^0{24}[0-9a-f]{40}$/.test(word))) continue;
    const set = {
      threshold: BigInt(threshold),
      attesters: words.map((word) => getAddress(`0x${word.slice(24)}`)),
    };
    if (hashAttesterSet(set) === hash) return set;
  }
  return undefined;
}
