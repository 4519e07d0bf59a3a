import { getBytes, hexlify, toUtf8Bytes } from "ethers";
import { checkKey } from "../data/checkKey.ts";
import { voprf } from "./suite.ts";

const INFO = toUtf8Bytes("datawell.attesters.v2");

export interface OprfKey {
  readonly secretKey: Uint8Array; // scalar, 32 bytes
  readonly publicKey: string; // element, 32 bytes of hex
}

/**
 * The key pair of a pool's attesters, derived from the 32-byte secret that they share (RFC 9497's DeriveKeyPair, info
 * "datawell.attesters.v2"): any 32 random bytes are a secret.
 * @throws DataError InvalidKey
 */
export function oprfKey(secret: string): OprfKey {
  const { secretKey, publicKey } = voprf.deriveKeyPair(getBytes(checkKey(secret)), INFO);
  return { secretKey, publicKey: hexlify(publicKey) };
}

/**
 * What attesters publish, so that a device can check that all of them answer under one key.
 * @throws DataError InvalidKey
 */
export const oprfPublicKey = (secret: string): string => oprfKey(secret).publicKey;
