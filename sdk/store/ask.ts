import type { z } from "zod";
import { askJson } from "../http/askJson.ts";
import { exchange } from "../http/exchange.ts";
import type { Peer } from "../http/Peer.ts";
import type { StoreClient } from "./connectStore.ts";
import { StoreError } from "./StoreError.ts";

interface Asking {
  readonly method?: string;
  readonly body?: Uint8Array; // JSON
  readonly authorization?: string;
}

/**
 * A store's answer, held against what it must look like.
 * @throws StoreError as the store refuses, Unreachable, TooLong, BadAnswer
 */
export const ask = <S extends z.ZodType>(
  store: StoreClient,
  path: string,
  schema: S,
  asking: Asking = {},
): Promise<z.output<S>> => askJson(peerOf(store), `${store.url}${path}`, schema, { ...asking, fetch: store.fetch });

/**
 * A store's answer as it is.
 * @throws StoreError as the store refuses, Unreachable, TooLong
 */
export const askBytes = (store: StoreClient, path: string, asking: Asking = {}): Promise<Uint8Array> =>
  exchange(peerOf(store), `${store.url}${path}`, { ...asking, fetch: store.fetch });

const peerOf = ({ url }: StoreClient): Peer => ({
  name: `The store at ${url}`,
  remedy: "Check the address, then try again or use another store",
  error: (fault, options) => new StoreError(fault, options),
});
