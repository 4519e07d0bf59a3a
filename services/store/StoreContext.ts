import type { Database } from "../shared/database/index.ts";
import type { BlobStore } from "./blobs/BlobStore.ts";
import type { ChainView } from "./chain/createChainView.ts";
import type { KeyRing } from "./keys/openKeyRing.ts";
import type { Nonces } from "./keys/createNonces.ts";

/** What a store may hold of one author or owner. */
export interface Quotas {
  readonly documentsPerAuthor: number;
  readonly recordsPerOwner: number;
  readonly devicesPerReader: number; // that one account may have waiting at one record
}

export const DEFAULT_QUOTAS: Quotas = { documentsPerAuthor: 1_000, recordsPerOwner: 1_000, devicesPerReader: 20 };

/** What each deed of the store works with. */
export interface StoreContext {
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly chain: ChainView;
  readonly ring: KeyRing;
  readonly nonces: Nonces;
  readonly quotas: Quotas;
  readonly origins: () => readonly string[]; // under which clients know this store
  readonly now: () => number; // unix seconds
}
