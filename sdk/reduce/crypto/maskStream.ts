import { chacha20 } from "@noble/ciphers/chacha.js";

const NONCE = new Uint8Array(12); // a key makes one mask

/**
 * Adds a key's mask to a vector, or takes it off, mod 2^64: coordinate i is bytes 8i to 8i+7 of the key's ChaCha20
 * stream (RFC 8439, counter from 0), little-endian. In 32-bit halves: bigint would take ten times as long.
 */
export function applyMask(vector: BigUint64Array, key: Uint8Array, sign: 1 | -1): void {
  const sum = new Uint32Array(vector.buffer); // low half first: all engines are little-endian
  const stream = new Uint32Array(chacha20(key, NONCE, new Uint8Array(8 * vector.length)).buffer);
  for (let i = 0; i < sum.length; i += 2) {
    const low = (sum[i] as number) + sign * (stream[i] as number);
    sum[i] = low; // mod 2^32
    const carry = low > 0xffffffff ? 1 : low < 0 ? -1 : 0;
    sum[i + 1] = (sum[i + 1] as number) + sign * (stream[i + 1] as number) + carry;
  }
}
