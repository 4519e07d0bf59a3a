import type { z } from "zod";
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
import { CoordinatorError } from "./CoordinatorError.ts";
import { TASK_LIMITS } from "../task/limits.ts";
import { type HttpOptions, request } from "./request.ts";

/** Bytes of the longest answers: a list of all payouts with receipts, and any other. */
const PAYOUTS_BYTES = 1024 * 1024 * 1024;
const ANSWER_BYTES = 4 * 1024 * 1024;

/** A coordinator behind an address. Answers are read no further than they may be long, and checked by their schemas. */
export function connectCoordinator(url: string, options: HttpOptions = {}): CoordinatorApi {
  const base = url.replace(/\/+$/, "");
  const get = async <S extends z.ZodType>(schema: S, path: string, maxBytes = ANSWER_BYTES) =>
    parseAnswer(schema, await request(`${base}${path}`, { maxBytes, ...options }));
  const post = async (path: string, body: object): Promise<void> => {
    await request(`${base}${path}`, { maxBytes: ANSWER_BYTES, body, ...options });
  };
  return {
    jobs: (pool) => get(jobListSchema, `/jobs?pool=${pool}`),
    job: (jobId) => get(jobViewSchema, `/jobs/${jobId}`),
    program: (jobId) => request(`${base}/jobs/${jobId}/program`, { maxBytes: TASK_LIMITS.programBytes, ...options }),
    enrol: (signed) => post(`/jobs/${signed.enrolment.jobId}/enrolments`, signed),
    neighbourhood: (jobId, contribution) => get(neighbourhoodSchema, `/jobs/${jobId}/neighbourhood/${contribution}`),
    share: (signed) => post(`/jobs/${signed.message.jobId}/shares`, signed),
    shares: (jobId, index) => get(sharesAnswerSchema, `/jobs/${jobId}/shares/${index}`),
    deliver: (signed) => post(`/jobs/${signed.message.jobId}/inputs`, signed),
    survivors: (jobId, index) => get(survivorsSchema, `/jobs/${jobId}/survivors/${index}`),
    reveal: (signed) => post(`/jobs/${signed.message.jobId}/reveals`, signed),
    payouts: (jobId) => get(payoutsSchema, `/jobs/${jobId}/payouts`, PAYOUTS_BYTES),
    payout: (jobId, contribution) => get(payoutProofSchema, `/jobs/${jobId}/payouts/${contribution}`),
  };
}

function parseAnswer<S extends z.ZodType>(schema: S, bytes: Uint8Array): z.output<S> {
  const result = schema.safeParse(jsonOf(bytes));
  if (result.success) return result.data;
  const entry = result.error.issues[0]?.path.join(".") || "the answer";
  throw unreadable(`${entry}: ${result.error.issues[0]?.message}`);
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw unreadable("it is not JSON");
  }
}

const unreadable = (why: string): CoordinatorError =>
  new CoordinatorError({
    status: 0,
    code: "Unreadable",
    fault: `The coordinator's answer cannot be read: ${why}`,
    remedy: "Try again later; if it stays, use another coordinator",
  });
