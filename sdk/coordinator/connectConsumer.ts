import type { Signer } from "ethers";
import type { z } from "zod";
import { signRequest } from "../auth/signRequest.ts";
import { offerSchema } from "../rounds/answers.ts";
import { connectCoordinator } from "../rounds/connectCoordinator.ts";
import { parse } from "../rounds/parse.ts";
import { type HttpOptions, request } from "../rounds/request.ts";
import { blamedSchema } from "./blamed.ts";
import type { ConsumerApi } from "./ConsumerApi.ts";

export interface ConsumerOptions extends HttpOptions {
  /** Who asks for its own results: the consumer. */
  readonly signer: Signer;
  readonly chainId: bigint;
}

const ANSWER_BYTES = 4 * 1024 * 1024;

/**
 * A coordinator behind an address, for the consumer of a job. The wallet signs each request for a result.
 * @throws CoordinatorError from every method, RoundError Malformed on an answer that is none, DatawellError Rejected
 */
export function connectConsumer(url: string, { signer, chainId, ...options }: ConsumerOptions): ConsumerApi {
  const base = url.replace(/\/+$/, "");
  const { job, payouts } = connectCoordinator(base, options);

  const post = async (path: string, body: object): Promise<void> => {
    await request(`${base}${path}`, { maxBytes: ANSWER_BYTES, body, ...options });
  };
  const get = async <S extends z.ZodType>(schema: S, path: string, asking: HttpOptions = options) => {
    const bytes = await request(`${base}${path}`, { maxBytes: ANSWER_BYTES, ...asking });
    return parse(schema, jsonOf(bytes));
  };
  const signed = async (path: string): Promise<HttpOptions> => {
    const authorization = await signRequest(signer, { chainId, url: `${base}${path}`, method: "GET" });
    const { fetch = globalThis.fetch } = options;
    return { ...options, fetch: (to, init) => fetch(to, { ...init, headers: { authorization } }) };
  };

  return {
    submit: (announcement) => post("/jobs", announcement),
    progress: job,
    offer: async (jobId) => get(offerSchema, `/jobs/${jobId}/result`, await signed(`/jobs/${jobId}/result`)),
    consent: (jobId, signature) => post(`/jobs/${jobId}/consent`, { signature }),
    payouts,
    blamed: (jobId) => get(blamedSchema, `/jobs/${jobId}/blamed`),
  };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined; // no schema takes it
  }
}
