import type { Peer } from "./Peer.ts";
import { refusal } from "./refusal.ts";

export interface HttpOptions {
  readonly fetch?: typeof globalThis.fetch;
  readonly timeoutMs?: number; // of the whole exchange; 15,000 unless told otherwise
  readonly signal?: AbortSignal; // ends the exchange by its own reason
}

export interface Asking extends HttpOptions {
  readonly method?: string; // POST with a body, else GET, unless told otherwise
  readonly body?: string | Uint8Array; // JSON
  readonly authorization?: string;
  readonly maxBytes?: number; // of the answer; 4 MiB unless told otherwise
}

const TIMEOUT_MS = 15_000;
const ANSWER_BYTES = 4 * 1024 * 1024;
const PROBLEM_BYTES = 64 * 1024;

/**
 * One exchange with a service: no redirects, a bounded time and a bounded answer.
 * @throws the peer's error, with the status of the answer, 0 if there was none
 */
export async function exchange(peer: Peer, url: string, asking: Asking = {}): Promise<Uint8Array> {
  const { maxBytes = ANSWER_BYTES } = asking;
  const { response, bytes } = await answerOf(url, asking, maxBytes).catch((cause: unknown) => {
    asking.signal?.throwIfAborted();
    const unreachable = { status: 0, code: "Unreachable", fault: `${peer.name} did not answer`, remedy: peer.remedy };
    throw peer.error(unreachable, { cause });
  });
  if (!response.ok) throw refusal(peer, response, bytes ?? new Uint8Array());
  if (bytes !== undefined) return bytes;
  const fault = `${peer.name} answered with more than ${maxBytes} bytes`;
  throw peer.error({ status: 0, code: "TooLong", fault, remedy: peer.remedy });
}

interface Answer {
  readonly response: Response;
  readonly bytes: Uint8Array | undefined; // more than was to be read
}

async function answerOf(url: string, asking: Asking, maxBytes: number): Promise<Answer> {
  const { fetch = globalThis.fetch, timeoutMs = TIMEOUT_MS, signal, body, authorization } = asking;
  const alarm = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, {
    method: asking.method ?? (body === undefined ? "GET" : "POST"),
    redirect: "error",
    signal: signal === undefined ? alarm : AbortSignal.any([alarm, signal]),
    headers: {
      accept: "application/json",
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(authorization !== undefined && { authorization }),
    },
    ...(body !== undefined && { body: body as string | Uint8Array<ArrayBuffer> }),
  });
  return { response, bytes: await readAtMost(response, response.ok ? maxBytes : PROBLEM_BYTES) };
}

async function readAtMost(response: Response, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next !== undefined && !next.done; next = await reader?.read()) {
    length += next.value.length;
    if (length > limit) {
      await reader?.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(next.value);
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let end = 0;
  for (const chunk of chunks) {
    whole.set(chunk, end);
    end += chunk.length;
  }
  return whole;
}
