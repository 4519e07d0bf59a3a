/** Keeps ciphertexts by their content address. What it answers is held against the address: it need not be trusted. */
export interface BlobStore {
  /** Keeps the bytes durably; the same again changes nothing. */
  readonly put: (cid: string, bytes: Uint8Array) => Promise<void>;
  /** The bytes, or undefined if it has none. */
  readonly get: (cid: string) => Promise<Uint8Array | undefined>;
  /** Forgets the bytes, if it has any. */
  readonly remove: (cid: string) => Promise<void>;
}
