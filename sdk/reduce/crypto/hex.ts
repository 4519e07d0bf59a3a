import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { ReduceError } from "../ReduceError.ts";

/** 0x and lower-case digits. */
export const hexOf = (bytes: Uint8Array): string => `0x${bytesToHex(bytes)}`;

/**
 * The bytes of 0x and lower-case digits: one spelling only.
 * @throws ReduceError WrongLength
 */
export function bytesOf(hex: string, length: number): Uint8Array {
  const bytes = tryBytesOf(hex, length);
  if (bytes !== undefined) return bytes;
  throw new ReduceError(
    "WrongLength",
    `a value is not ${length} bytes of hex`,
    `Pass 0x and ${2 * length} lower-case digits`,
  );
}

/** As `bytesOf`; nothing for what is no such value. */
export const tryBytesOf = (hex: unknown, length: number): Uint8Array | undefined =>
  typeof hex === "string" && hex.length === 2 + 2 * length && /^0x[0-9a-f]*$/.test(hex)
    ? hexToBytes(hex.slice(2))
    : undefined;
