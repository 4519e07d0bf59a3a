import { gcm } from "@noble/ciphers/aes.js";
import { concat, getBytes, randomBytes, sha256 } from "ethers";
import { digestToCid } from "../metadata/cid.ts";
import { ciphertextAad, type RecordBinding } from "./RecordBinding.ts";
import { StoreError } from "./StoreError.ts";
import { padUrls, readUrls } from "./urlList.ts";

/** An encrypted list of addresses. */
export interface SealedUrls {
  readonly cid: string; // CIDv1 (raw, sha2-256) of the ciphertext: any IPFS node can carry it
  readonly ciphertext: Uint8Array; // 12 bytes nonce, then AES-256-GCM
  readonly key: Uint8Array; // 32 bytes, of this record alone
}

const NONCE_BYTES = 12;

/**
 * Encrypts a list of addresses with a fresh key.
 * @throws StoreError BadUrls
 */
export function sealUrls(urls: readonly string[], binding: RecordBinding): SealedUrls {
  const [key, nonce] = [randomBytes(32), randomBytes(NONCE_BYTES)];
  const encrypted = gcm(key, nonce, ciphertextAad(binding)).encrypt(padUrls(urls));
  const ciphertext = getBytes(concat([nonce, encrypted]));
  return { cid: cidOf(ciphertext), ciphertext, key };
}

/**
 * Decrypts what `sealUrls` made.
 * @throws StoreError WrongKey, BadUrls
 */
export function decryptUrls({ ciphertext, key }: Omit<SealedUrls, "cid">, binding: RecordBinding): readonly string[] {
  let text: Uint8Array;
  try {
    const cipher = gcm(key, ciphertext.subarray(0, NONCE_BYTES), ciphertextAad(binding));
    text = cipher.decrypt(ciphertext.subarray(NONCE_BYTES));
  } catch (cause) {
    const fault = "The key does not open this record";
    throw new StoreError({ code: "WrongKey", fault, remedy: "Ask for the key of this very record" }, { cause });
  }
  return readUrls(text);
}

/** The content address of a ciphertext. */
export const cidOf = (bytes: Uint8Array): string => digestToCid(sha256(bytes));
