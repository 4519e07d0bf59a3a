import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { JOB_STAGES, jobClaimSchema, jobSchema, postSchema } from "#sdk/indexer/schemas/index.ts";
import { listJobClaims } from "../queries/listJobClaims.ts";
import { listJobs } from "../queries/listJobs.ts";
import { showJob } from "../queries/showJob.ts";
import { addGet } from "./addGet.ts";
import type { Answer } from "./Answer.ts";
import { address, bytes32, page, pageOf } from "./parameters.ts";

/** Compute jobs. */
export function jobRoutes(app: OpenAPIHono, answer: Answer): void {
  addGet(app, answer, {
    path: "/jobs",
    summary: "Jobs by consumer, pool, coordinator, paid provider or stage, newest first",
    query: {
      consumer: address.optional(),
      pool: address.optional(),
      coordinator: address.optional(),
      provider: address.optional(),
      stage: z.enum(JOB_STAGES).optional(),
      ...page,
    },
    body: pageOf(jobSchema),
    ask: listJobs,
  });
  addGet(app, answer, {
    path: "/jobs/{jobId}",
    summary: "A job, what its coordinator posted, and its first hundred claims",
    params: { jobId: bytes32 },
    body: { job: jobSchema, posts: z.array(postSchema), claims: z.array(jobClaimSchema) },
    ask: (reading, { jobId }) => showJob(reading, jobId),
  });
  addGet(app, answer, {
    path: "/jobs/{jobId}/claims",
    summary: "What providers took out of a job, newest first",
    params: { jobId: bytes32 },
    query: page,
    body: pageOf(jobClaimSchema),
    ask: (reading, { jobId, ...part }) => listJobClaims(reading, { where: "job_id = ?", params: [jobId], ...part }),
  });
}
