import type { Signer } from "ethers";
import { signRequest } from "../auth/signRequest.ts";
import { askJson } from "../http/askJson.ts";
import { exchange, type HttpOptions } from "../http/exchange.ts";
import { offerSchema } from "../rounds/answers.ts";
import { connectCoordinator } from "../rounds/connectCoordinator.ts";
import { COORDINATOR } from "../rounds/coordinatorPeer.ts";
import { blamedSchema } from "./blamed.ts";
import type { ConsumerApi } from "./ConsumerApi.ts";

export interface ConsumerOptions extends HttpOptions {
  /** Who asks for its own results: the consumer. */
  readonly signer: Signer;
  readonly chainId: bigint;
}

/**
 * A coordinator behind an address, for the consumer of a job. The wallet signs each request for a result.
 * @throws CoordinatorError from every method, DatawellError Rejected
 */
export function connectConsumer(url: string, { signer, chainId, ...options }: ConsumerOptions): ConsumerApi {
  const base = url.replace(/\/+$/, "");
  const { job, payouts } = connectCoordinator(base, options);

  const post = async (path: string, body: object): Promise<void> => {
    await exchange(COORDINATOR, `${base}${path}`, { body: JSON.stringify(body), ...options });
  };

  return {
    submit: (announcement) => post("/jobs", announcement),
    progress: job,
    offer: async (jobId) => {
      const asked = `${base}/jobs/${jobId}/result`;
      const authorization = await signRequest(signer, { chainId, url: asked, method: "GET" });
      return askJson(COORDINATOR, asked, offerSchema, { ...options, authorization });
    },
    consent: (jobId, signature) => post(`/jobs/${jobId}/consent`, { signature }),
    payouts,
    blamed: (jobId) => askJson(COORDINATOR, `${base}/jobs/${jobId}/blamed`, blamedSchema, options),
  };
}
