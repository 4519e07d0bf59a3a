import { z } from "zod";
import { askJson } from "../http/askJson.ts";
import type { Peer } from "../http/Peer.ts";
import { IndexerError } from "./IndexerError.ts";

export type Parameters = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where the indexer is, and how it is asked. */
export interface IndexerOptions {
  readonly url: string; // without a slash at its end
  readonly fetch?: typeof globalThis.fetch;
  readonly timeout?: number; // milliseconds
}

const INDEXER: Peer = {
  name: "The indexer",
  remedy: "Read the chain instead, or try again",
  error: (fault, options) => new IndexerError(fault, options),
};

const anyObject = z.looseObject({});

/**
 * Asks the indexer one question.
 * @param segments parts of the path; what is not a plain word is escaped
 * @throws IndexerError
 */
export async function ask<T>(
  { url, fetch, timeout = 10_000 }: IndexerOptions,
  segments: readonly string[],
  parameters: Parameters = {},
): Promise<T> {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  const path = segments.map(encodeURIComponent).join("/");
  const asking = { timeoutMs: timeout, ...(fetch && { fetch }) };
  return (await askJson(INDEXER, `${url}/${path}${query && `?${query}`}`, anyObject, asking)) as T;
}
