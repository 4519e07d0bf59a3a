import { toUtf8Bytes } from "ethers";
import type { z } from "zod";
import type { Session } from "../auth/createSession.ts";
import { signRequest } from "../auth/signRequest.ts";
import type { Datawell } from "../chain/datawell.ts";
import { signerOf } from "../chain/signerOf.ts";
import { askJson } from "../http/askJson.ts";
import type { Peer } from "../http/Peer.ts";
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
  type Submission,
} from "./wire.ts";
import type { Evaluation } from "../oprf/evaluateBlinded.ts";

/** What one attester's service answers. Every call throws AttesterRefused where it does not. */
export interface AttesterClient {
  readonly url: string;
  readonly info: (pool: string) => Promise<PoolInfo>;
  readonly evaluate: (request: EvaluationRequest) => Promise<Evaluation>;
  readonly submit: (submission: Submission) => Promise<ChallengeAnswer>;
  readonly open: (id: string, openings: Openings) => Promise<AttestationAnswer>;
}

const TIMEOUT_MS = 60_000;
const ANSWER_BYTES = 1024 * 1024;

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
  const peer: Peer = {
    name: "It", // errors name the attester themselves
    remedy: "Try again later, or ask another attester",
    error: ({ code, fault, remedy }) => new AttesterRefused({ attester: url, code, fault, remedy }),
  };

  async function ask<S extends z.ZodType>({ path, answer, body, signed = true }: Question<S>): Promise<z.infer<S>> {
    const asked = base + path;
    const bytes = body === undefined ? undefined : toUtf8Bytes(JSON.stringify(body));
    const method = bytes === undefined ? "GET" : "POST";
    const sent = bytes && { body: bytes };
    return askJson(peer, asked, answer, {
      method,
      fetch: fetcher,
      timeoutMs: TIMEOUT_MS,
      maxBytes: ANSWER_BYTES,
      ...sent,
      ...(signed && { authorization: await authorize({ url: asked, method, ...sent }) }),
    });
  }

  const authorize: Session["authorize"] = (request) =>
    session?.authorize(request) ?? signRequest(signerOf(client), { chainId: client.chainId, ...request });

  return {
    url,
    info: (pool) => ask({ path: `/pools/${pool}`, answer: poolInfoSchema, signed: false }),
    evaluate: (body) => ask({ path: "/evaluations", answer: evaluationSchema, body }),
    submit: (body) => ask({ path: "/contributions", answer: challengeSchema, body }),
    open: (id, body) => ask({ path: `/contributions/${id}/openings`, answer: attestationSchema, body }),
  };
}
