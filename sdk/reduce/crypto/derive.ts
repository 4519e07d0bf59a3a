import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/** What keys are for; the name keeps them apart. */
export type Purpose = "datawell.reduceSelf.v1" | "datawell.reduceMask.v1" | "datawell.reduceSeal.v1";

/** A 32-byte key: HKDF-SHA256 with the round as salt, and who it is between in the info. */
export const derive = (
  purpose: Purpose,
  { secret, round, context }: { secret: Uint8Array; round: Uint8Array; context: readonly Uint8Array[] },
): Uint8Array => hkdf(sha256, secret, round, concatBytes(utf8ToBytes(purpose), ...context), 32);
