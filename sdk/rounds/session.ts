import { ed25519 } from "@noble/curves/ed25519.js";
import { concat, getBytes, hexlify, sha256, toUtf8Bytes } from "ethers";
import { documentDigest } from "./digest.ts";
import type { RoundMessage, Signed } from "./messages.ts";

const DOMAIN = toUtf8Bytes("datawell.round.v1");

/** A key pair for one round, so that the provider's wallet need not be asked at each step. */
export interface SessionKey {
  readonly secret: string; // 32 bytes, never leaves the device
  readonly sessionKey: string; // public
}

/** @param secret 32 random bytes of hex */
export const sessionKeyOf = (secret: string): SessionKey => ({
  secret,
  sessionKey: hexlify(ed25519.getPublicKey(getBytes(secret))),
});

/** What is signed of a message: sha2-256 of the domain and the digest of its RFC 8785 text. */
export const roundDigest = (message: RoundMessage): string => sha256(concat([DOMAIN, documentDigest(message)]));

/** Signs a message; the same message always gets the same signature (RFC 8032). */
export const signRound = <M extends RoundMessage>({ secret }: SessionKey, message: M): Signed<M> => ({
  message,
  signature: hexlify(ed25519.sign(getBytes(roundDigest(message)), getBytes(secret))),
});

/** Whether the holder of the session key said this. Keys of small order and other spellings are refused. */
export function isRoundSigned(sessionKey: string, { message, signature }: Signed<RoundMessage>): boolean {
  try {
    const digest = getBytes(roundDigest(message));
    return ed25519.verify(getBytes(signature), digest, getBytes(sessionKey), { zip215: false });
  } catch {
    return false; // not a point, or not a signature
  }
}
