import { getAddress, keccak256, toBeHex } from "ethers";
import type { AttesterSet } from "../../types/Attestation.ts";

const WORD = 64; // hex digits
const HEAD_WORDS = 3;

/** Threshold, offset and count of an encoded set, up to the digits of the threshold. */
const HEAD = /0{62}(?=[01][0-9a-f]0{62}400{62}[01][0-9a-f])/g;

const MOST = 16; // attesters of a set

/** What stands before a set where it is encoded alone: where it begins. */
const START = toBeHex(32, 32);

/**
 * The set that has a hash, wherever in calldata it stands: the call may be inside of others, of a batch or of an account
 * that is a contract.
 */
export function setWithin(calldata: string, hash: string): AttesterSet | undefined {
  for (const { index } of calldata.matchAll(HEAD)) {
    const word = (place: number): string => calldata.slice(index + place * WORD, index + (place + 1) * WORD);
    const [threshold, count] = [Number(`0x${word(0)}`), Number(`0x${word(2)}`)];
    if (threshold < 1 || threshold > count || count > MOST) continue;
    const end = index + (HEAD_WORDS + count) * WORD;
    if (end > calldata.length || keccak256(START + calldata.slice(index, end)) !== hash) continue;
    const members = Array.from({ length: count }, (_, place) => word(HEAD_WORDS + place));
    return { threshold: BigInt(threshold), attesters: members.map((one) => getAddress(`0x${one.slice(24)}`)) };
  }
  return undefined;
}
