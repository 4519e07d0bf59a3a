import { StoreError } from "./StoreError.ts";

/** One request for a record's key. */
export interface ReleaseRequest {
  readonly origin: string; // of the store, such as "https://store.example"
  readonly chainId: bigint;
  readonly account: string; // who asks, checksummed
  readonly cid: string; // of the record
  readonly key: string; // the asker's HPKE public key, which the answer is sealed to
  readonly nonce: string; // from the store, for one use
}

/** How long a nonce and the message with it are good for. */
export const NONCE_SECONDS = 600;

const NONCE = /^[0-9a-f]{8}[0-9a-f]{64}$/;

/**
 * Until when a nonce is good, unix seconds: its first eight digits.
 * @throws StoreError BadNonce
 */
export function nonceExpiry(nonce: string): number {
  if (!NONCE.test(nonce)) {
    throw new StoreError({ code: "BadNonce", fault: "This is no nonce of a store", remedy: "Ask the store for one" });
  }
  return Number.parseInt(nonce.slice(0, 8), 16);
}

/**
 * The text that a wallet shows and signs (EIP-191): EIP-4361, Sign-In with Ethereum. All times are the store's, so the
 * asker's clock does not matter, and the whole text follows from the request: nothing of it is ever parsed.
 * @throws StoreError BadNonce
 */
export function releaseMessage({ origin, chainId, account, cid, key, nonce }: ReleaseRequest): string {
  const expires = nonceExpiry(nonce);
  const time = (seconds: number) => new Date(seconds * 1_000).toISOString();
  return [
    `${origin.replace(/^https:\/\//, "")} wants you to sign in with your Ethereum account:`,
    account,
    "",
    "Seal the key of this record's file addresses to my device. This costs nothing and sends nothing.",
    "",
    `URI: ${origin}/records/${cid}/release`,
    "Version: 1",
    `Chain ID: ${chainId}`,
    `Nonce: ${nonce}`,
    `Issued At: ${time(expires - NONCE_SECONDS)}`,
    `Expiration Time: ${time(expires)}`,
    "Resources:",
    `- ipfs://${cid}`,
    `- urn:datawell:hpke:${key}`,
  ].join("\n");
}
