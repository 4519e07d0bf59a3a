import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { concatBytes } from "@noble/hashes/utils.js";
import { commitShare, type Route, type SecretKind } from "./commitments.ts";
import { derive } from "./derive.ts";
import { uint32 } from "./uint32.ts";

export const SHARE_BYTES = 33; // 32 of the secret's and its x coordinate
const COMMITMENT_BYTES = 32;
const HEAD_BYTES = 2 * COMMITMENT_BYTES;
export const SEALED_BYTES = HEAD_BYTES + 2 * SHARE_BYTES + 16; // with the tag
const NONCE = new Uint8Array(12); // the key depends on the commitments, so on what is sealed: no key seals two texts

/** A neighbour's shares of one device's two secrets. */
export type ShareOf = Readonly<Record<SecretKind, Uint8Array>>;

/** What dealer and neighbour agree on. */
export interface Channel extends Route {
  readonly agreed: Uint8Array; // by X25519, of both share keys
  readonly fromKey: Uint8Array;
  readonly toKey: Uint8Array;
}

/** Both commitments, then both shares under ChaCha20-Poly1305. */
export function seal(channel: Channel, shares: ShareOf): Uint8Array {
  const head = concatBytes(commitShare(channel, "seed", shares.seed), commitShare(channel, "key", shares.key));
  const text = concatBytes(shares.seed, shares.key);
  return concatBytes(head, chacha20poly1305(keyOf(channel, head), NONCE).encrypt(text));
}

/** The shares, or nothing if they were not sealed so, or are not those committed to. */
export function open(channel: Channel, sealed: Uint8Array): ShareOf | undefined {
  const head = sealed.subarray(0, HEAD_BYTES);
  const text = decrypt(keyOf(channel, head), sealed.subarray(HEAD_BYTES));
  if (text === undefined) return undefined;
  const shares = { seed: text.slice(0, SHARE_BYTES), key: text.slice(SHARE_BYTES) };
  const committed = (["seed", "key"] as const).every((kind) => isCommitted(sealed, channel, kind, shares[kind]));
  return committed ? shares : undefined;
}

/** Whether this is the share that the dealer committed to. */
export function isCommitted(sealed: Uint8Array, route: Route, kind: SecretKind, share: Uint8Array): boolean {
  const start = kind === "seed" ? 0 : COMMITMENT_BYTES;
  return commitShare(route, kind, share).every((byte, i) => byte === sealed[start + i]);
}

const keyOf = ({ agreed, round, from, to, fromKey, toKey }: Channel, head: Uint8Array): Uint8Array =>
  derive("datawell.reduceSeal.v1", {
    secret: agreed,
    round,
    context: [uint32(from), uint32(to), fromKey, toKey, head],
  });

function decrypt(key: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  try {
    return chacha20poly1305(key, NONCE).decrypt(sealed);
  } catch {
    return undefined; // not by the holder of the key, or not for this round, place or text
  }
}
