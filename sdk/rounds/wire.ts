import { getAddress, isAddress } from "ethers";
import { z } from "zod";
import { SEALED_BYTES, SHARE_BYTES } from "../reduce/crypto/seal.ts";

/** The largest round: every index and every count fits. */
export const MAX_SIZE = 1_000_000;

/** Coordinates of a vector, the same as a task's limit. */
export const MAX_LENGTH = 65_536;

/** Neighbours of one device, far above what any round needs. */
export const MAX_DEGREE = 512;

const MAX_SIBLINGS = 32;
const MAX_SIGNATURE = 8_192; // hex digits; a contract's signature may be long

/** 32 bytes. */
export const bytes32 = z.string().regex(/^0x[0-9a-f]{64}$/, "must be 0x and 64 lower-case hex digits");

/** An address with its checksum. */
export const address = z
  .string()
  .refine((text) => isAddress(text) && getAddress(text) === text, "must be an address with its checksum");

/** A whole number too large for JSON. */
export const decimal = (max: bigint) =>
  z
    .string()
    .regex(/^(0|[1-9]\d{0,77})$/, "must be a whole decimal number in quotation marks")
    .refine((text) => BigInt(text) <= max, `must be at most ${max}`);

export const uint64 = decimal(2n ** 64n - 1n);

/** Position in a round's roster, from 0. */
export const position = z
  .int()
  .min(0)
  .max(MAX_SIZE - 1);

/** Records of one contribution. */
export const rowCount = z
  .int()
  .min(1)
  .max(2 ** 32 - 1);

/** Of a provider: a key's 65 bytes, or whatever its contract takes (ERC-1271). */
export const walletSignature = z
  .string()
  .max(MAX_SIGNATURE)
  .regex(/^0x([0-9a-f]{2})*$/, "must be 0x and lower-case hex digits");

/** ed25519. */
export const sessionSignature = z.string().regex(/^0x[0-9a-f]{128}$/, "must be 0x and 128 lower-case hex digits");

/** Bytes of a fixed number. */
const bytes = (length: number) =>
  z.string().regex(new RegExp(`^0x[0-9a-f]{${2 * length}}$`), `must be 0x and ${2 * length} lower-case hex digits`);

/** What a device seals for one neighbour. */
export const sealedShare = bytes(SEALED_BYTES);

/** A share of one secret, open. */
export const openShare = bytes(SHARE_BYTES);

export const siblings = z.array(bytes32).max(MAX_SIBLINGS);

/** By position, as JSON spells it. */
export const byPosition = <S extends z.ZodType>(value: S) =>
  z
    .record(z.string().regex(/^(0|[1-9]\d{0,6})$/, "must be a position"), value)
    .refine((entries) => Object.keys(entries).length <= MAX_DEGREE, `must have at most ${MAX_DEGREE} entries`);

export const sumSiblings = z.array(z.strictObject({ hash: bytes32, sum: uint64 })).max(MAX_SIBLINGS);
