import { exchange } from "../http/exchange.ts";
import { jsonOf } from "../http/jsonOf.ts";
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
  const answer = jsonOf(await exchange(INDEXER, `${url}/${path}${query && `?${query}`}`, asking));
  if (typeof answer === "object" && answer !== null) return answer as T;
  const fault = "The indexer's answer cannot be read";
  throw INDEXER.error({ status: 0, code: "BadAnswer", fault, remedy: INDEXER.remedy });
}
