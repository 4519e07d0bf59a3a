import { toUtf8Bytes, toUtf8String } from "ethers";
import { StoreError } from "./StoreError.ts";

export const MAX_URLS = 100;
export const MAX_URL_LENGTH = 2_048;

const LEAST_BYTES = 1_024;
const MAX_BYTES = 256 * 1_024;

/** Kinds of address that name a file somewhere else: none that reads the reader's own machine or runs a program. */
const SCHEMES = new Set(["https:", "http:", "ipfs:", "ar:", "s3:"]);

/**
 * The addresses as they are encrypted: JSON, filled up with spaces to the next power of two from 1,024 bytes, so that
 * the ciphertext's length tells little of how many and how long they are.
 * @throws StoreError BadUrls
 */
export function padUrls(urls: readonly string[]): Uint8Array {
  checkUrls(urls);
  const text = toUtf8Bytes(JSON.stringify({ urls }));
  if (text.length > MAX_BYTES) throw bad(`The addresses take more than ${MAX_BYTES} bytes together`);
  const padded = new Uint8Array(Math.max(LEAST_BYTES, 2 ** Math.ceil(Math.log2(text.length)))).fill(0x20);
  padded.set(text);
  return padded;
}

/**
 * The addresses out of a decrypted record. Whoever wrote them may be hostile: open none without a look at it.
 * @throws StoreError BadUrls
 */
export function readUrls(bytes: Uint8Array): readonly string[] {
  let urls: unknown;
  try {
    ({ urls } = JSON.parse(toUtf8String(bytes)));
  } catch {
    throw bad("The record holds no list of addresses");
  }
  checkUrls(urls);
  return urls;
}

function checkUrls(urls: unknown): asserts urls is readonly string[] {
  if (!Array.isArray(urls) || urls.length < 1 || urls.length > MAX_URLS)
    throw bad(`A record holds 1 to ${MAX_URLS} addresses`);
  for (const [index, url] of urls.entries()) {
    if (typeof url !== "string" || url.length > MAX_URL_LENGTH || !isRemote(url)) {
      throw bad(`Address ${index + 1} is not one of a file elsewhere`);
    }
  }
}

/** Whether a text is the address of a file somewhere else. */
export function isRemote(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && SCHEMES.has(parsed.protocol) && !/[\s\p{Cc}]/u.test(url);
}

const bad = (fault: string): StoreError =>
  new StoreError({
    code: "BadUrls",
    fault,
    remedy: `Use ${[...SCHEMES].join(", ")} of up to ${MAX_URL_LENGTH} characters`,
  });
