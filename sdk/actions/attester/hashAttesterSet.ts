import { concat, keccak256, toBeHex, zeroPadValue } from "ethers";
import type { AttesterSet } from "../../types/Attestation.ts";

const word = (value: bigint | number): string => toBeHex(value, 32);

/** keccak256(abi.encode(set)), by which contracts know a set; written out, because many are tried. */
export function hashAttesterSet({ threshold, attesters }: AttesterSet): string {
  const head = [word(32), word(threshold), word(64), word(attesters.length)];
  return keccak256(concat([...head, ...attesters.map((one) => zeroPadValue(one, 32))]));
}
