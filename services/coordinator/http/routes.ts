import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { blamedSchema } from "#sdk/coordinator/blamed.ts";
import { type CoordinatorInfo, coordinatorInfoSchema } from "#sdk/coordinator/coordinatorInfo.ts";
import {
  announcementSchema,
  consentSchema,
  jobListSchema,
  jobViewSchema,
  neighbourhoodSchema,
  offerSchema,
  payoutProofSchema,
  payoutsSchema,
  sharesAnswerSchema,
  survivorsSchema,
} from "#sdk/rounds/answers.ts";
import { signedEnrolmentSchema } from "#sdk/rounds/enrolment.ts";
import { signedInputSchema, signedRevealsSchema, signedSharesSchema } from "#sdk/rounds/messages.ts";
import { address, bytes32, MAX_SIZE } from "#sdk/rounds/wire.ts";
import { answerOf, bodyOf, PROBLEM } from "../../shared/http/answers.ts";
import type { WalletAuth } from "../../shared/http/createWalletAuth.ts";
import { rateLimit } from "../../shared/http/rateLimit.ts";
import { ServiceError } from "../../shared/http/ServiceError.ts";
import type { Coordinator } from "../createCoordinator.ts";
import { unfit } from "../refusals.ts";

/** What is behind the routes. */
export interface Behind extends Pick<Coordinator, "devices" | "consumers"> {
  readonly info: CoordinatorInfo;
}

const done = z.strictObject({ done: z.literal(true) });
const DONE = { done: true } as const;
const ofJob = z.object({ jobId: bytes32 });
const ofDevice = z.object({
  jobId: bytes32,
  index: z.coerce
    .number()
    .int()
    .min(0)
    .max(MAX_SIZE - 1),
});
const ofContribution = z.object({ jobId: bytes32, contribution: bytes32 });

/** The largest program in base64, with its task. */
export const ANNOUNCEMENT_BYTES = 2 * 1024 * 1024;

const DEVICE_BYTES = 1024 * 1024;

/** What one client gets of the answers that cost the most, beside the limit on all of them. */
export interface RouteLimits {
  readonly placesPerMinute: number; // of neighbours and survivors; a device looks at each once in a round
  readonly billsPerMinute: number; // whole bills
  readonly proxies?: number; // see Limits
}

export const DEFAULT_ROUTE_LIMITS: RouteLimits = { placesPerMinute: 300, billsPerMinute: 30 };

export interface RouteOptions {
  readonly api: Behind;
  readonly auth: WalletAuth;
  readonly limits: RouteLimits;
}

/** What a coordinator answers over HTTP: each route hands on what its schema let through. */
export function addRoutes(app: OpenAPIHono, { api, auth, limits }: RouteOptions): void {
  for (const step of ["enrolments", "shares", "inputs", "reveals", "consent"]) {
    app.use(`/jobs/:jobId/${step}`, bodyLimit({ maxSize: DEVICE_BYTES, onError: tooLarge }));
  }
  const places = rateLimit({ ...limits, perMinute: limits.placesPerMinute });
  app.use("/jobs/:jobId/neighbourhood/*", places);
  app.use("/jobs/:jobId/survivors/*", places);
  app.get("/jobs/:jobId/payouts", rateLimit({ ...limits, perMinute: limits.billsPerMinute }));
  addJobs(app, api, auth);
  addSteps(app, api);
  addAnswers(app, api);
}

function tooLarge(): never {
  const fault = `The body has more than ${DEVICE_BYTES} bytes`;
  throw new ServiceError({ status: 413, code: "TooLarge", fault, remedy: "Send less" });
}

function addJobs(app: OpenAPIHono, { info, devices, consumers }: Behind, auth: WalletAuth): void {
  app.openapi(get("/", "Which coordinator this is", coordinatorInfoSchema, {}), (c) => c.json(info, 200));
  app.openapi(
    get("/jobs", "Jobs of a pool, newest first", jobListSchema, { query: z.object({ pool: address }) }),
    async (c) => c.json(await devices.jobs(c.req.valid("query").pool), 200),
  );
  app.openapi(post("/jobs", "Hand in an open job", announcementSchema, z.object({})), async (c) => {
    await consumers.submit(c.req.valid("json"));
    return c.json(DONE, 200);
  });
  app.openapi(
    get("/jobs/{jobId}", "Terms of a job, and where it stands", jobViewSchema, { params: ofJob }),
    async (c) => c.json(await devices.job(c.req.valid("param").jobId), 200),
  );
  app.get("/jobs/:jobId/program", async (c) => {
    const jobId = bytes32.safeParse(c.req.param("jobId"));
    if (!jobId.success) throw unfit("InvalidRequest", "The job's id is not 32 bytes of hex", "Correct it");
    const program = Uint8Array.from(await devices.program(jobId.data));
    return c.body(program, 200, { "content-type": "application/octet-stream", "cache-control": "max-age=86400" });
  });
  app.openapi(get("/jobs/{jobId}/result", "The consumer's result", offerSchema, { params: ofJob }), async (c) =>
    c.json(await consumers.offer(c.req.valid("param").jobId, await auth.accountOf(c)), 200),
  );
  app.openapi(post("/jobs/{jobId}/consent", "Consent to a settlement", consentSchema, ofJob), async (c) => {
    await consumers.consent(c.req.valid("param").jobId, c.req.valid("json").signature);
    return c.json(DONE, 200);
  });
}

function addSteps(app: OpenAPIHono, { devices }: Behind): void {
  app.openapi(post("/jobs/{jobId}/enrolments", "Take part", signedEnrolmentSchema, ofJob), async (c) => {
    const signed = c.req.valid("json");
    requireSame(c.req.valid("param").jobId, signed.enrolment.jobId);
    await devices.enrol(signed);
    return c.json(DONE, 200);
  });
  app.openapi(post("/jobs/{jobId}/shares", "Hand in sealed shares", signedSharesSchema, ofJob), async (c) => {
    const signed = c.req.valid("json");
    requireSame(c.req.valid("param").jobId, signed.message.jobId);
    await devices.share(signed);
    return c.json(DONE, 200);
  });
  app.openapi(post("/jobs/{jobId}/inputs", "Hand in a masked vector", signedInputSchema, ofJob), async (c) => {
    const signed = c.req.valid("json");
    requireSame(c.req.valid("param").jobId, signed.message.jobId);
    await devices.deliver(signed);
    return c.json(DONE, 200);
  });
  app.openapi(post("/jobs/{jobId}/reveals", "Reveal shares", signedRevealsSchema, ofJob), async (c) => {
    const signed = c.req.valid("json");
    requireSame(c.req.valid("param").jobId, signed.message.jobId);
    await devices.reveal(signed);
    return c.json(DONE, 200);
  });
}

function requireSame(inPath: string, inBody: string): void {
  if (inPath !== inBody)
    throw unfit("WrongJob", "The body is about another job than the path", "Send it to its own job");
}

function addAnswers(app: OpenAPIHono, { devices, consumers }: Behind): void {
  const at = (path: string) => `/jobs/{jobId}/${path}`;
  app.openapi(
    get(at("neighbourhood/{contribution}"), "A device and its neighbours", neighbourhoodSchema, {
      params: ofContribution,
    }),
    async (c) => {
      const { jobId, contribution } = c.req.valid("param");
      return c.json(await devices.neighbourhood(jobId, contribution), 200);
    },
  );
  app.openapi(
    get(at("shares/{index}"), "Shares sealed for a device", sharesAnswerSchema, { params: ofDevice }),
    async (c) => {
      const { jobId, index } = c.req.valid("param");
      return c.json(await devices.shares(jobId, index), 200);
    },
  );
  app.openapi(
    get(at("survivors/{index}"), "How far a device and its neighbours came", survivorsSchema, { params: ofDevice }),
    async (c) => {
      const { jobId, index } = c.req.valid("param");
      return c.json(await devices.survivors(jobId, index), 200);
    },
  );
  app.openapi(get(at("payouts"), "The bill with its receipts", payoutsSchema, { params: ofJob }), async (c) =>
    c.json(await devices.payouts(c.req.valid("param").jobId), 200),
  );
  app.openapi(
    get(at("payouts/{contribution}"), "One payout with its proof", payoutProofSchema, { params: ofContribution }),
    async (c) => {
      const { jobId, contribution } = c.req.valid("param");
      return c.json(await devices.payout(jobId, contribution), 200);
    },
  );
  app.openapi(get(at("blamed"), "Devices that lied", blamedSchema, { params: ofJob }), async (c) =>
    c.json(await consumers.blamed(c.req.valid("param").jobId), 200),
  );
}

const get = <T extends string, S extends z.ZodType, R extends { params?: z.ZodObject; query?: z.ZodObject }>(
  path: T,
  description: string,
  schema: S,
  request: R,
) => createRoute({ method: "get", path, request, responses: { 200: answerOf(schema, description), default: PROBLEM } });

const post = <T extends string, S extends z.ZodType, P extends z.ZodObject>(
  path: T,
  description: string,
  schema: S,
  params: P,
) =>
  createRoute({
    method: "post",
    path,
    request: { params, body: bodyOf(schema) },
    responses: { 200: answerOf(done, description), default: PROBLEM },
  });
