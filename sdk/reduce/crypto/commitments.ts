import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { uint32 } from "./uint32.ts";

const SEED = utf8ToBytes("datawell.reduceSeed.v1");
const SHARE = utf8ToBytes("datawell.reduceShare.v1");

/** Which of a device's two secrets: the seed of its own mask, or the private key of the masks it shares. */
export type SecretKind = "seed" | "key";

const CODES: Readonly<Record<SecretKind, number>> = { seed: 0, key: 1 };

/** From whom to whom, in which round. */
export interface Route {
  readonly round: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** Binds a device to the seed of its own mask before it knows its neighbours. */
export const commitSeed = (round: Uint8Array, seed: Uint8Array): Uint8Array => sha256(concatBytes(SEED, round, seed));

/** Binds the dealer to a share, so that whoever reveals another is found out. */
export const commitShare = ({ round, from, to }: Route, kind: SecretKind, share: Uint8Array): Uint8Array =>
  sha256(concatBytes(SHARE, round, uint32(from), uint32(to), Uint8Array.of(CODES[kind]), share));
