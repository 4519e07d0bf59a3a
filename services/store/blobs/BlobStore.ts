import type { Queries } from "../../shared/database/index.ts";

/** Keeps ciphertexts by their content address. What it answers is held against the address: it need not be trusted. */
export interface BlobStore {
  /** Whether the bytes are in the store's own database, so that a transaction keeps or forgets them with the rest. */
  readonly isTransactional: boolean;
  /** Keeps the bytes durably; the same again changes nothing. */
  readonly put: (cid: string, bytes: Uint8Array, within: Queries) => Promise<void>;
  /** The bytes, or undefined if it has none. */
  readonly get: (cid: string) => Promise<Uint8Array | undefined>;
  /** Forgets the bytes, if it has any. */
  readonly remove: (cid: string) => Promise<void>;
}
