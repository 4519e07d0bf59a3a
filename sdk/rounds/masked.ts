import { decodeBase64, encodeBase64, sha256 } from "ethers";
import { z } from "zod";
import { RoundError } from "./RoundError.ts";
import { MAX_LENGTH } from "./wire.ts";

const MAX_TEXT = Math.ceil((8 * MAX_LENGTH) / 3) * 4;

/** A masked vector in a message: 8 bytes a coordinate, big-endian, as base64. */
export const maskedText = z.base64().min(1).max(MAX_TEXT);

/** The vector as bytes: 8 a coordinate, big-endian. */
export function maskedBytes(masked: BigUint64Array): Uint8Array {
  const bytes = new Uint8Array(8 * masked.length);
  const view = new DataView(bytes.buffer);
  masked.forEach((value, index) => view.setBigUint64(8 * index, value));
  return bytes;
}

/** The vector as a message carries it. */
export const encodeMasked = (masked: BigUint64Array): string => encodeBase64(maskedBytes(masked));

/** sha2-256 of the vector's bytes: `outputHash` of a receipt. */
export const maskedDigest = (masked: BigUint64Array): string => sha256(maskedBytes(masked));

/**
 * The vector in a message.
 * @throws RoundError Malformed, if it is not base64 of exactly `length` coordinates
 */
export function decodeMasked(text: string, length: number): BigUint64Array {
  const bytes = bytesOf(text);
  if (bytes.length !== 8 * length) {
    const fault = `masked: ${bytes.length} bytes where ${length} coordinates of 8 bytes are due`;
    throw new RoundError("Malformed", fault, "Send 8 bytes for each coordinate of the task's output");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return BigUint64Array.from({ length }, (_, index) => view.getBigUint64(8 * index));
}

function bytesOf(text: string): Uint8Array {
  const bytes = maskedText.safeParse(text).success ? decodeBase64(text) : undefined;
  if (bytes !== undefined && encodeBase64(bytes) === text) return bytes; // one spelling only
  throw new RoundError("Malformed", "masked: is not base64", "Send RFC 4648 base64 with its padding");
}
