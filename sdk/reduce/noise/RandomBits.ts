/** Uniform random bytes; tests pass their own. */
export type RandomBytes = (length: number) => Uint8Array;

/** Uniform random 32-bit words. */
export type RandomWords = () => number;

const POOL = 4_096; // bytes asked for at once

/** Bytes of the platform's generator. */
export const platformBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Words from a source of bytes; little-endian. */
export function createWords(random: RandomBytes): RandomWords {
  let words = new Uint32Array(0);
  let used = 0;
  return () => {
    if (used === words.length) {
      words = new Uint32Array(random(POOL).slice().buffer);
      used = 0;
    }
    const word = words[used] as number;
    words[used++] = 0; // noise must not be found in memory afterwards
    return word;
  };
}

/** A uniform number in [0, limit). */
export function uniformBelow(words: RandomWords, limit: bigint): bigint {
  const bits = limit.toString(2).length;
  for (;;) {
    let value = 0n;
    for (let drawn = 0; drawn < bits; drawn += 32) value = (value << 32n) | BigInt(words());
    value = BigInt.asUintN(bits, value);
    if (value < limit) return value;
  }
}
