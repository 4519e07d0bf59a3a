import { hexlify, toUtf8Bytes } from "ethers";
import { evaluate } from "../oprf/evaluate.ts";
import { type OprfKey, oprfKey } from "../oprf/oprfKey.ts";

/** What the attesters' function is asked for the seed of a pool's sketches. */
export const SEED_INPUT = toUtf8Bytes("datawell.sketchSeed.v2");

/** The seed in the function's answer: its first 32 bytes. */
export const seedIn = (output: Uint8Array): string => hexlify(output.subarray(0, 32));

/**
 * Seed of the hash that spreads features over bins, 32 bytes of hex: one for all sketches under a key, known to whoever
 * has asked an attester once, and to nobody else.
 * @throws DataError InvalidKey
 */
export const sketchSeed = (key: string | OprfKey): string =>
  seedIn(evaluate(typeof key === "string" ? oprfKey(key) : key, SEED_INPUT));
