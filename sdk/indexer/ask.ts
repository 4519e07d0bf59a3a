import { IndexerError } from "./IndexerError.ts";

export type Parameters = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where the indexer is, and how it is asked. */
export interface IndexerOptions {
  readonly url: string; // without a slash at its end
  readonly fetch?: typeof globalThis.fetch;
  readonly timeout?: number; // milliseconds
}

/**
 * Asks the indexer one question.
 * @param segments parts of the path; what is not a plain word is escaped
 * @throws IndexerError
 */
export async function ask<T>(
  { url, fetch = globalThis.fetch, timeout = 10_000 }: IndexerOptions,
  segments: readonly string[],
  parameters: Parameters = {},
  signal?: AbortSignal,
): Promise<T> {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  const path = segments.map(encodeURIComponent).join("/");
  const signals = [AbortSignal.timeout(timeout), ...(signal === undefined ? [] : [signal])];
  const options = { headers: { accept: "application/json" }, signal: AbortSignal.any(signals) };
  let response: Response;
  try {
    response = await fetch(`${url}/${path}${query && `?${query}`}`, options);
  } catch (cause) {
    signal?.throwIfAborted();
    const fault = "The indexer does not answer";
    throw new IndexerError(
      { code: "Unreachable", status: 0, fault, remedy: "Read the chain instead, or try again" },
      { cause },
    );
  }
  return read<T>(response);
}

async function read<T>(response: Response): Promise<T> {
  const { status, ok } = response;
  try {
    const body = await response.json();
    if (ok && typeof body === "object" && body !== null) return body as T;
    if (!ok && typeof body?.code === "string") {
      throw new IndexerError({ code: body.code, status, fault: String(body.title), remedy: String(body.remedy) });
    }
  } catch (error) {
    if (error instanceof IndexerError) throw error;
  }
  const fault = `The indexer's answer (${status}) cannot be read`;
  throw new IndexerError({ code: "BadAnswer", status, fault, remedy: "Read the chain instead, or try again" });
}
