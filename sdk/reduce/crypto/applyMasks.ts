import { chacha20 } from "@noble/ciphers/chacha.js";

const NONCE = new Uint8Array(12); // a key makes one mask

/** A mask's key, and whether the mask is added or taken off. */
export interface Mask {
  readonly key: Uint8Array;
  readonly sign: 1 | -1;
}

/**
 * Puts masks on a vector, mod 2^64: coordinate i of a mask is bytes 8i to 8i+7 of its key's ChaCha20 stream (RFC 8439,
 * counter from 0), little-endian. In 32-bit halves: bigint would take ten times as long.
 */
export function applyMasks(vector: BigUint64Array, masks: Iterable<Mask>): void {
  const sum = wordsOf(vector);
  const zeros = new Uint8Array(8 * vector.length);
  const bytes = new Uint8Array(8 * vector.length);
  const stream = new Uint32Array(bytes.buffer);
  for (const { key, sign } of masks) {
    chacha20(key, NONCE, zeros, bytes);
    if (sign === 1) add(sum, stream);
    else subtract(sum, stream);
  }
  bytes.fill(0);
}

/** Adds a vector to another, mod 2^64. */
export function addVector(sum: BigUint64Array, vector: BigUint64Array): void {
  add(wordsOf(sum), wordsOf(vector));
}

/** Both halves of each number, the low one first: all engines are little-endian. */
const wordsOf = ({ buffer, byteOffset, length }: BigUint64Array): Uint32Array =>
  new Uint32Array(buffer, byteOffset, 2 * length);

function add(sum: Uint32Array, stream: Uint32Array): void {
  for (let i = 0; i < sum.length; i += 2) {
    const low = (sum[i] as number) + (stream[i] as number);
    sum[i] = low; // mod 2^32
    sum[i + 1] = (sum[i + 1] as number) + (stream[i + 1] as number) + (low > 0xffffffff ? 1 : 0);
  }
}

function subtract(sum: Uint32Array, stream: Uint32Array): void {
  for (let i = 0; i < sum.length; i += 2) {
    const low = (sum[i] as number) - (stream[i] as number);
    sum[i] = low;
    sum[i + 1] = (sum[i + 1] as number) - (stream[i + 1] as number) - (low < 0 ? 1 : 0);
  }
}
