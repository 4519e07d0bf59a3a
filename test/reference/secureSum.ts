/**
 * The secure sum of docs/spec/private-reduce.md once more, step by step and slowly: bigints, loops over everybody,
 * JavaScript's own X25519, and secrets rebuilt by Lagrange's formula. It trusts everybody and blames nobody.
 */
import { chacha20 } from "@noble/ciphers/chacha.js";
import { x25519 } from "@noble/curves/ed25519.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concat, getBytes, hexlify, toBeHex, toUtf8Bytes } from "ethers";
import type { Graph, Party, PartyKeys, Round } from "#sdk/reduce/index.ts";

const MOD = 2n ** 64n;
const uint32 = (value: number): string => toBeHex(value, 4);
const text = (label: string): string => hexlify(toUtf8Bytes(label));

/* MASKS */

const derive = (secret: Uint8Array, round: string, info: string): Uint8Array =>
  hkdf(sha256, secret, getBytes(round), getBytes(info), 32);

/** The first words of a key's stream. */
function mask(key: Uint8Array, length: number): bigint[] {
  const stream = chacha20(key, new Uint8Array(12), new Uint8Array(8 * length));
  return Array.from({ length }, (_, i) => {
    let word = 0n;
    for (let byte = 7; byte >= 0; byte--) word = 256n * word + BigInt(stream[8 * i + byte]!);
    return word;
  });
}

const ownMask = (round: string, index: number, seed: Uint8Array, length: number): bigint[] =>
  mask(derive(seed, round, concat([text("datawell.reduceSelf.v1"), uint32(index)])), length);

/** What a device adds for another one, with its sign. */
function sharedMask(
  round: string,
  own: { index: number; secret: Uint8Array },
  other: { index: number; maskKey: string },
  length: number,
): bigint[] {
  const ownKey = hexlify(x25519.getPublicKey(own.secret));
  const [low, high] = own.index < other.index ? [own.index, other.index] : [other.index, own.index];
  const [lowKey, highKey] = own.index < other.index ? [ownKey, other.maskKey] : [other.maskKey, ownKey];
  const info = concat([text("datawell.reduceMask.v1"), uint32(low), uint32(high), lowKey, highKey]);
  const agreed = x25519.getSharedSecret(own.secret, getBytes(other.maskKey));
  return mask(derive(agreed, round, info), length).map((word) => (own.index < other.index ? word : -word));
}

/** A device's vector under its masks, where all these neighbours shared. */
export function slowMasked({ round, index, secrets, neighbours }: Party, input: readonly bigint[]): bigint[] {
  const own = { index, secret: getBytes(secrets.maskSecret) };
  const masks = [
    ownMask(round, index, getBytes(secrets.seed), input.length),
    ...neighbours.map((other) =>
      sharedMask(round, own, { index: other.index, maskKey: other.keys.maskKey }, input.length),
    ),
  ];
  return input.map((value, i) => masks.reduce((sum, words) => modulo(sum + words[i]!, MOD), modulo(value, MOD)));
}

/* SHARES */

/** Product in GF(2^8) with x^8 + x^4 + x^3 + x + 1. */
function times(a: number, b: number): number {
  let [product, shifted] = [0, a];
  for (let bit = 0; bit < 8; bit++) {
    if ((b >> bit) & 1) product ^= shifted;
    shifted = (shifted << 1) ^ (shifted & 0x80 ? 0x11b : 0);
  }
  return product;
}

/** a^254, as a^255 = 1. */
const inverse = (a: number): number => Array.from({ length: 254 }, () => a).reduce(times, 1);

/** The secret whose polynomial goes through these shares: bytes of values, then the coordinate. */
export function slowCombined(shares: readonly Uint8Array[]): Uint8Array {
  const length = shares[0]!.length - 1;
  const weights = shares.map((one) =>
    shares
      .filter((other) => other !== one)
      .map((other) => times(other[length]!, inverse(other[length]! ^ one[length]!)))
      .reduce(times, 1),
  );
  return Uint8Array.from({ length }, (_, byte) =>
    shares.map((share, i) => times(share[byte]!, weights[i]!)).reduce((a, b) => a ^ b, 0),
  );
}

/* SUM */

type Played = Round & { readonly masked: ReadonlyMap<number, BigUint64Array> };

/** The sum of what the survivors put in. */
export function slowSum({ round, roster, graph, threshold, length, sealed, masked, reveals }: Played): bigint[] {
  const ring = slowNeighbours(graph);
  const secretOf = (index: number): Uint8Array => {
    const shares = ring[index]!.flatMap((from) => reveals.get(from)?.[index] ?? []);
    return slowCombined(shares.slice(0, threshold).map(({ share }) => getBytes(share)));
  };
  const keyOf = (index: number) => ({ index, maskKey: (roster[index] as PartyKeys).maskKey });
  const survivors = [...masked.keys()];
  const dropouts = [...sealed.keys()].filter((index) => !masked.has(index));
  const sum = Array.from({ length }, (_, i) => survivors.reduce((total, index) => total + masked.get(index)![i]!, 0n));
  const change = (words: readonly bigint[], sign: bigint) => words.forEach((word, i) => (sum[i]! += sign * word));
  for (const index of survivors) change(ownMask(round, index, secretOf(index), length), -1n);
  for (const index of dropouts) {
    const near = ring[index]!.filter((other) => masked.has(other));
    if (near.length === 0) continue;
    const secret = secretOf(index);
    for (const other of near) change(sharedMask(round, { index, secret }, keyOf(other), length), 1n);
  }
  return sum.map((value) => {
    const rest = modulo(value, MOD);
    return rest < MOD / 2n ? rest : rest - MOD;
  });
}

/* GRAPH */

/** Everybody's neighbours: all are put on the ring, and whoever is near enough is a neighbour. */
export function slowNeighbours({ size, degree, seed }: Graph): number[][] {
  const all = Array.from({ length: size }, (_, index) => index);
  const places = all.map((index) => placeOf(index, size, seed));
  const distance = (one: number, other: number) => {
    const apart = Math.abs(places[one]! - places[other]!);
    return Math.min(apart, size - apart);
  };
  const isNear = (one: number, other: number) =>
    one !== other && (degree === size - 1 || distance(one, other) <= degree / 2);
  return all.map((one) => all.filter((other) => isNear(one, other)));
}

function placeOf(index: number, size: number, seed: string): number {
  const a = Math.ceil(Math.sqrt(size));
  const b = Math.ceil(size / a);
  let [x, y] = [index % a, Math.floor(index / a)];
  do {
    for (let round = 0; round < 16; round += 2) {
      x = (x + Number(draw(seed, round, y) % BigInt(a))) % a;
      y = (y + Number(draw(seed, round + 1, x) % BigInt(b))) % b;
    }
  } while (x + a * y >= size);
  return x + a * y;
}

/** 64 bits of a round for a number. */
function draw(seed: string, round: number, value: number): bigint {
  const block = concat([text("datawell.reducePlace.v1"), seed, toBeHex(round, 1), uint32(Math.floor(value / 4))]);
  const start = 8 * (value % 4);
  return BigInt(hexlify(sha256(getBytes(block)).slice(start, start + 8)));
}

const modulo = (value: bigint, modulus: bigint): bigint => ((value % modulus) + modulus) % modulus;
