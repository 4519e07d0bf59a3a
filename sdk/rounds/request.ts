import { CoordinatorError } from "./CoordinatorError.ts";

export interface HttpOptions {
  readonly fetch?: typeof globalThis.fetch;
  readonly timeoutMs?: number; // of the whole exchange; 15,000 unless told otherwise
  readonly signal?: AbortSignal;
}

interface RequestParams extends HttpOptions {
  readonly maxBytes: number; // of the answer
  readonly body?: object; // sent as JSON by POST; without one it is a GET
}

const TIMEOUT_MS = 15_000;
const PROBLEM_BYTES = 64 * 1024;
const MAX_TEXT = 500;

/**
 * One exchange with a coordinator: no redirects, a bounded time and a bounded answer.
 * @throws CoordinatorError with the status of the answer, 0 if there was none
 */
export async function request(url: string, params: RequestParams): Promise<Uint8Array> {
  const { fetch = globalThis.fetch, timeoutMs = TIMEOUT_MS, signal, body, maxBytes } = params;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      redirect: "error",
      signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
      ...(body !== undefined && {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) throw await refusal(response);
    return await readBody(response, maxBytes);
  } catch (error) {
    if (error instanceof CoordinatorError) throw error;
    throw unanswered("Unreachable", "The coordinator did not answer", { cause: error });
  }
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next !== undefined && !next.done; next = await reader?.read()) {
    length += next.value.length;
    if (length > maxBytes) {
      await reader?.cancel().catch(() => undefined);
      throw unanswered("TooLong", `The coordinator's answer has more than ${maxBytes} bytes`);
    }
    chunks.push(next.value);
  }
  const whole = new Uint8Array(length);
  let end = 0;
  for (const chunk of chunks) {
    whole.set(chunk, end);
    end += chunk.length;
  }
  return whole;
}

/** The problem document of an answer that is no success, as far as it can be read. */
async function refusal(response: Response): Promise<CoordinatorError> {
  const { status } = response;
  const said = await problemOf(response);
  const text = (value: unknown, otherwise: string) =>
    typeof value === "string" && value !== "" ? value.slice(0, MAX_TEXT).replace(/\.$/, "") : otherwise;
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return new CoordinatorError({
    status,
    code: text(said.code, "Refused"),
    fault: text(said.title, `The coordinator answered ${status}`),
    remedy: text(said.remedy, "Try again later"),
    ...(Number.isFinite(seconds) && seconds >= 0 && { retryAfter: seconds }),
  });
}

async function problemOf(response: Response): Promise<Readonly<Record<string, unknown>>> {
  try {
    const said: unknown = JSON.parse(new TextDecoder().decode(await readBody(response, PROBLEM_BYTES)));
    return typeof said === "object" && said !== null ? (said as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const unanswered = (code: string, fault: string, options?: ErrorOptions): CoordinatorError =>
  new CoordinatorError({ status: 0, code, fault, remedy: "Try again later" }, options);
