import { tryBytesOf } from "../crypto/hex.ts";
import { ReduceError } from "../ReduceError.ts";
import type { PartyKeys } from "./Party.ts";

const PRIME = 2n ** 255n - 19n;

/** The points of low order: whatever the secret, all agree on zero with them. */
const LOW_ORDER: readonly bigint[] = [
  0n,
  1n,
  0x00b8495f16056286fdb1329ceb8d09da6ac49ff1fae35616aeb8413b7c7aebe0n,
  0x57119fd0dd4e22d8868e1c58c45c44045bef839c55b1d0b1248c50a3bc959c5fn,
  PRIME - 1n,
];

/**
 * Refuses keys that no honest device sends: of low order, in a second spelling, the same for both purposes.
 * @throws ReduceError BadKey
 */
export function checkKeys(keys: PartyKeys): PartyKeys {
  const { maskKey, shareKey, seedCommitment } = keys;
  if (!isKey(maskKey) || !isKey(shareKey)) throw badKey("a key is not an X25519 key of full order in its one spelling");
  if (maskKey === shareKey) throw badKey("one key is to serve for masks and for shares");
  if (tryBytesOf(seedCommitment, 32) === undefined) throw badKey("the seed's commitment is not 32 bytes of hex");
  return keys;
}

function isKey(key: string): boolean {
  const bytes = tryBytesOf(key, 32);
  if (bytes === undefined) return false;
  const u = bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
  return u < PRIME && !LOW_ORDER.includes(u);
}

const badKey = (fault: string): ReduceError =>
  new ReduceError("BadKey", fault, "Leave this device out, or make its keys with createParty");
