import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { bytesOf } from "../crypto/hex.ts";
import { uint32 } from "../crypto/uint32.ts";

const DOMAIN = utf8ToBytes("datawell.reducePlace.v1");
const ROUNDS = 16; // an even number

/** A permutation of 0 .. size-1 and its inverse. */
export interface Places {
  placeOf(index: number): number;
  indexAt(place: number): number;
}

/**
 * The permutation that a seed draws: a Feistel network on pairs (x, y) with x < a, y < b and ab just above the size
 * (Black and Rogaway 2002), walked until it lands inside. Hashes are kept while the object lives.
 */
export function createPlaces(size: number, seed: string): Places {
  const a = Math.ceil(Math.sqrt(size));
  const b = Math.ceil(size / a);
  const hash = createRoundHash(seed);
  const step = (value: number, direction: 1 | -1): number => {
    let x = value % a;
    let y = Math.floor(value / a);
    for (let i = 0; i < ROUNDS; i++) {
      const round = direction === 1 ? i : ROUNDS - 1 - i;
      if (round % 2 === 0) x = modulo(x + direction * Number(hash(round, y) % BigInt(a)), a);
      else y = modulo(y + direction * Number(hash(round, x) % BigInt(b)), b);
    }
    return x + a * y;
  };
  const walk = (start: number, direction: 1 | -1): number => {
    let value = step(start, direction);
    while (value >= size) value = step(value, direction);
    return value;
  };
  return { placeOf: (index) => walk(index, 1), indexAt: (place) => walk(place, -1) };
}

/** 64 bits for a round and a number; a hash gives four numbers theirs. */
function createRoundHash(seed: string): (round: number, value: number) => bigint {
  const blocks = new Map<number, DataView>();
  const key = bytesOf(seed, 32);
  return (round, value) => {
    const block = (value >>> 2) * ROUNDS + round;
    let view = blocks.get(block);
    if (view === undefined) {
      view = new DataView(sha256(concatBytes(DOMAIN, key, Uint8Array.of(round), uint32(value >>> 2))).buffer);
      blocks.set(block, view);
    }
    return view.getBigUint64(8 * (value & 3));
  };
}

const modulo = (value: number, modulus: number): number => ((value % modulus) + modulus) % modulus;
