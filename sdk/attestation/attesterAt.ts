import { toUtf8Bytes } from "ethers";
import { z } from "zod";
import type { Session } from "../auth/createSession.ts";
import { signRequest } from "../auth/signRequest.ts";
import type { Datawell } from "../chain/datawell.ts";
import { signerOf } from "../chain/signerOf.ts";
import { AttesterRefused } from "./AttesterRefused.ts";
import {
  attestationSchema,
  type AttestationAnswer,
  type ChallengeAnswer,
  challengeSchema,
  evaluationSchema,
  type EvaluationRequest,
  type Openings,
  type PoolInfo,
  poolInfoSchema,
  stateSchema,
  type Submission,
  type SubmissionState,
} from "./wire.ts";
import type { Evaluation } from "../oprf/evaluateBlinded.ts";

/** What one attester's service answers. Every call throws AttesterRefused where it does not. */
export interface AttesterClient {
  readonly url: string;
  readonly info: (pool: string) => Promise<PoolInfo>;
  readonly evaluate: (request: EvaluationRequest) => Promise<Evaluation>;
  readonly state: (id: string) => Promise<SubmissionState | undefined>;
  readonly submit: (submission: Submission) => Promise<ChallengeAnswer>;
  readonly open: (id: string, openings: Openings) => Promise<AttestationAnswer>;
}

const TIMEOUT = 60_000; // milliseconds
const MAX_ANSWER = 1024 * 1024; // characters

const problemSchema = z.object({
  code: z.string().max(100),
  title: z.string().max(2_000),
  remedy: z.string().max(2_000),
});

interface Question<S extends z.ZodType> {
  readonly path: string;
  readonly answer: S;
  readonly body?: unknown;
  readonly signed?: boolean;
}

export interface AttesterAtOptions {
  readonly fetch?: typeof fetch;
  /** Signs the requests; by default the account signs each of them. */
  readonly session?: Session;
}

/** Talks to the attester at an address, in the name of the client's account. */
export function attesterAt(client: Datawell, url: string, options: AttesterAtOptions = {}): AttesterClient {
  const { fetch: fetcher = fetch, session } = options;
  const base = url.replace(/\/+$/, "");
  const refused = (code: string, fault: string, remedy: string) =>
    new AttesterRefused({ attester: url, code, fault, remedy });

  async function ask<S extends z.ZodType>({ path, answer, body, signed = true }: Question<S>): Promise<z.infer<S>> {
    const method = body === undefined ? "GET" : "POST";
    const bytes = body === undefined ? undefined : toUtf8Bytes(JSON.stringify(body));
    const headers: Record<string, string> = bytes === undefined ? {} : { "content-type": "application/json" };
    if (signed) headers.authorization = await authorize({ url: base + path, method, ...(bytes && { body: bytes }) });
    const { ok, text } = await send(path, { method, headers, ...(bytes && { body: bytes as BodyInit }) });
    const value = parse(text);
    if (!ok) throw ofProblem(value);
    const parsed = answer.safeParse(value);
    if (parsed.success) return parsed.data;
    throw refused("BadAnswer", "it answers something else than this protocol says", "Ask another attester");
  }

  const authorize: Session["authorize"] = (request) =>
    session?.authorize(request) ?? signRequest(signerOf(client), { chainId: client.chainId, ...request });

  async function send(path: string, init: RequestInit): Promise<{ readonly ok: boolean; readonly text: string }> {
    try {
      const response = await fetcher(base + path, { ...init, signal: AbortSignal.timeout(TIMEOUT), redirect: "error" });
      return { ok: response.ok, text: await readText(response) };
    } catch {
      throw refused("Unreachable", "it cannot be reached", "Try again later, or ask another attester");
    }
  }

  function ofProblem(value: unknown): AttesterRefused {
    const problem = problemSchema.safeParse(value);
    if (!problem.success) return refused("BadAnswer", "it failed without saying why", "Ask another attester");
    const { code, title, remedy } = problem.data;
    return refused(code, title.replace(/\.$/, ""), remedy.replace(/\.$/, ""));
  }

  return {
    url,
    info: (pool) => ask({ path: `/pools/${pool}`, answer: poolInfoSchema, signed: false }),
    evaluate: (body) => ask({ path: "/evaluations", answer: evaluationSchema, body }),
    state: (id) =>
      ask({ path: `/contributions/${id}`, answer: stateSchema }).catch((error: unknown) => {
        if (error instanceof AttesterRefused && error.refusal.code === "UnknownContribution") return undefined;
        throw error;
      }),
    submit: (body) => ask({ path: "/contributions", answer: challengeSchema, body }),
    open: (id, body) => ask({ path: `/contributions/${id}/openings`, answer: attestationSchema, body }),
  };
}

/** Reads no more than a faithful attester ever answers. */
async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length > MAX_ANSWER) throw new RangeError("the answer is too long");
  }
  return text + decoder.decode();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
