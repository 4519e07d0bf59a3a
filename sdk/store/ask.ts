import type { z } from "zod";
import { StoreError } from "./StoreError.ts";
import type { StoreClient } from "./connectStore.ts";

interface Asking {
  readonly method?: string;
  readonly body?: Uint8Array; // JSON
  readonly authorization?: string;
}

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * A store's answer, held against what it must look like.
 * @throws StoreError as the store refuses, Unreachable, BadAnswer
 */
export async function ask<S extends z.ZodType>(
  store: StoreClient,
  path: string,
  schema: S,
  asking: Asking = {},
): Promise<z.output<S>> {
  const bytes = await askBytes(store, path, asking);
  const parsed = schema.safeParse(jsonOf(bytes));
  if (!parsed.success) throw new StoreError(BAD_ANSWER, { cause: parsed.error });
  return parsed.data;
}

/**
 * A store's answer as it is.
 * @throws StoreError as the store refuses, Unreachable, BadAnswer
 */
export async function askBytes(store: StoreClient, path: string, asking: Asking = {}): Promise<Uint8Array> {
  const { method = "GET", body, authorization } = asking;
  const headers = {
    ...(body !== undefined && { "content-type": "application/json" }),
    ...(authorization !== undefined && { authorization }),
  };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const init = {
      method,
      headers,
      signal,
      redirect: "error" as const,
      body: body as Uint8Array<ArrayBuffer> | undefined,
    };
    const response = await store.fetch(`${store.url}${path}`, init);
    const bytes = await readAtMost(response, MAX_BYTES);
    if (!response.ok) throw refusalOf(response.status, bytes);
    return bytes;
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    const fault = `The store at ${store.url} did not answer`;
    throw new StoreError({ code: "Unreachable", fault, remedy: "Check the address, then try again" }, { cause });
  }
}

const BAD_ANSWER = {
  code: "BadAnswer",
  fault: "The store's answer is not what a store answers",
  remedy: "Check the address, or use another store",
};

async function readAtMost(response: Response, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > limit) throw new StoreError(BAD_ANSWER);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

interface Problem {
  readonly code?: unknown;
  readonly title?: unknown;
  readonly remedy?: unknown;
  readonly issues?: unknown;
}

function refusalOf(status: number, bytes: Uint8Array): StoreError {
  const { code, title, remedy, issues } = (jsonOf(bytes) ?? {}) as Problem;
  const bare = (value: unknown, otherwise: string) =>
    typeof value === "string" && value !== "" ? value.slice(0, 500).replace(/\.$/, "") : otherwise;
  return new StoreError({
    status,
    code: bare(code, "Refused"),
    fault: `${bare(title, `The store answered ${status}`)}${listOf(issues)}`,
    remedy: bare(remedy, "Try again later"),
  });
}

function listOf(issues: unknown): string {
  if (!Array.isArray(issues) || issues.length === 0) return "";
  const lines = issues.slice(0, 20).map((issue) => `${issue?.pointer ?? ""} ${issue?.fault ?? ""}`.slice(0, 300));
  return `: ${lines.join("; ")}`;
}
