import { checkKey } from "../data/checkKey.ts";

/** A 64-bit hash in two 32-bit halves: bigint would be fifty times slower. */
export interface Hash64 {
  readonly hi: number;
  readonly lo: number;
}

/** MurmurHash3's finalizer (Appleby): every input bit reaches every output bit. */
export function mix32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Seeds taken from the first 64 bits of a 32-byte key. */
export function seedOf(key: string): Hash64 {
  const digits = checkKey(key).slice(2);
  return {
    hi: Number.parseInt(digits.slice(0, 8), 16),
    lo: Number.parseInt(digits.slice(8, 16), 16),
  };
}

/** Hash of a text's UTF-16 code units. Spreads features over bins; it is no commitment and not collision-proof. */
export function hashText(text: string, { hi, lo }: Hash64): Hash64 {
  let h = hi | 0;
  let l = lo | 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    h = Math.imul((h << 13) | (h >>> 19), 5) + Math.imul(unit + 1, 0xcc9e2d51);
    l = Math.imul((l << 15) | (l >>> 17), 9) + Math.imul(unit + 1, 0x1b873593);
  }
  return { hi: mix32(h ^ text.length), lo: mix32(l ^ h) };
}

/** Hash of an ordered pair. */
export function hashPair(a: Hash64, b: Hash64): Hash64 {
  const hi = mix32(Math.imul(a.hi, 0x9e3779b1) + b.hi);
  return { hi, lo: mix32(Math.imul(a.lo, 0x85ebca77) + b.lo + hi) };
}
