import type { z } from "zod";
import { askJson } from "../http/askJson.ts";
import { exchange, type HttpOptions } from "../http/exchange.ts";
import { TASK_LIMITS } from "../task/limits.ts";
import {
  jobListSchema,
  jobViewSchema,
  neighbourhoodSchema,
  payoutProofSchema,
  payoutsSchema,
  sharesAnswerSchema,
  survivorsSchema,
} from "./answers.ts";
import type { CoordinatorApi } from "./CoordinatorApi.ts";
import { COORDINATOR } from "./coordinatorPeer.ts";

/** Bytes of a list of all payouts with receipts: that of a million devices. */
const PAYOUTS_BYTES = 1024 * 1024 * 1024;

/** A coordinator behind an address. Answers are read no further than they may be long, and checked by their schemas. */
export function connectCoordinator(url: string, options: HttpOptions = {}): CoordinatorApi {
  const base = url.replace(/\/+$/, "");
  const get = <S extends z.ZodType>(schema: S, path: string, limits: { readonly maxBytes?: number } = {}) =>
    askJson(COORDINATOR, `${base}${path}`, schema, { ...limits, ...options });
  const post = async (path: string, body: object): Promise<void> => {
    await exchange(COORDINATOR, `${base}${path}`, { body: JSON.stringify(body), ...options });
  };
  return {
    jobs: (pool) => get(jobListSchema, `/jobs?pool=${pool}`),
    job: (jobId) => get(jobViewSchema, `/jobs/${jobId}`),
    program: (jobId) =>
      exchange(COORDINATOR, `${base}/jobs/${jobId}/program`, { maxBytes: TASK_LIMITS.programBytes, ...options }),
    enrol: (signed) => post(`/jobs/${signed.enrolment.jobId}/enrolments`, signed),
    neighbourhood: (jobId, contribution) => get(neighbourhoodSchema, `/jobs/${jobId}/neighbourhood/${contribution}`),
    share: (signed) => post(`/jobs/${signed.message.jobId}/shares`, signed),
    shares: (jobId, index) => get(sharesAnswerSchema, `/jobs/${jobId}/shares/${index}`),
    deliver: (signed) => post(`/jobs/${signed.message.jobId}/inputs`, signed),
    survivors: (jobId, index) => get(survivorsSchema, `/jobs/${jobId}/survivors/${index}`),
    reveal: (signed) => post(`/jobs/${signed.message.jobId}/reveals`, signed),
    payouts: (jobId) => get(payoutsSchema, `/jobs/${jobId}/payouts`, { maxBytes: PAYOUTS_BYTES }),
    payout: (jobId, contribution) => get(payoutProofSchema, `/jobs/${jobId}/payouts/${contribution}`),
  };
}
