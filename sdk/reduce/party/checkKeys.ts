import { tryBytesOf } from "../crypto/hex.ts";
import { ReduceError } from "../ReduceError.ts";
import type { PartyKeys } from "./Party.ts";

/** The points of low order, little-endian: whatever the secret, all agree on zero with them. */
const LOW_ORDER: ReadonlySet<string> = new Set([
  `0x${"00".repeat(32)}`,
  `0x01${"00".repeat(31)}`,
  "0xe0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
  "0x5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
  `0xec${"ff".repeat(30)}7f`, // 2^255 - 20
]);

/** 2^255 - 19 and above, or with the highest bit set: X25519 reads them as other keys. */
const SECOND_SPELLING = /^0x(?:(?:e[d-f]|f.)(?:ff){30}7f|.{62}[89a-f].)$/;

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

const isKey = (key: string): boolean =>
  tryBytesOf(key, 32) !== undefined && !SECOND_SPELLING.test(key) && !LOW_ORDER.has(key);

const badKey = (fault: string): ReduceError =>
  new ReduceError("BadKey", fault, "Leave this device out, or make its keys with createParty");
