import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  cidSchema,
  doneSchema,
  grantSchema,
  nonceSchema,
  releaseRequestSchema,
  releaseSchema,
  waitingSchema,
} from "#sdk/store/wire.ts";
import { answerOf, bodyOf, PROBLEM, rateLimit, type WalletAuth } from "../../shared/http/index.ts";
import { release } from "../records/release.ts";
import { grant, listWaiting } from "../records/waiting.ts";
import type { StoreContext } from "../StoreContext.ts";
import type { RouteLimits } from "./RouteLimits.ts";

const named = { params: z.object({ cid: cidSchema }) };

const nonceRoute = createRoute({
  method: "post",
  path: "/nonces",
  summary: "A nonce for one request of a key, good for ten minutes",
  responses: { 200: answerOf(nonceSchema, "The nonce"), default: PROBLEM },
});

const releaseRoute = {
  method: "post",
  path: "/records/{cid}/release",
  summary: "Ask for a record's key, sealed to one's device (EIP-4361 message, signed)",
  request: { ...named, body: bodyOf(releaseRequestSchema) },
  responses: {
    200: answerOf(releaseSchema, "The sealed key"),
    202: answerOf(releaseSchema, "The owner's device has to answer first"),
    default: PROBLEM,
  },
} as const;

const waitingRoute = createRoute({
  method: "get",
  path: "/records/{cid}/requests",
  summary: "Who waits for the key of one's owner-sealed record (signed request of the owner)",
  request: named,
  responses: { 200: answerOf(waitingSchema, "The longest waiting first"), default: PROBLEM },
});

const grantRoute = createRoute({
  method: "post",
  path: "/records/{cid}/grants",
  summary: "Leave the key for one who waits, sealed to their device (signed request of the owner)",
  request: { ...named, body: bodyOf(grantSchema) },
  responses: { 200: answerOf(doneSchema, "It is there for them"), default: PROBLEM },
});

/** Who gets the key of a record. */
export function releaseRoutes(app: OpenAPIHono, context: StoreContext, auth: WalletAuth, limits: RouteLimits): void {
  const limited = rateLimit({ ...limits, perMinute: limits.releasesPerMinute });
  app.openapi(nonceRoute, (c) => c.json({ nonce: context.nonces.issue() }, 200));
  app.openapi(createRoute({ ...releaseRoute, middleware: [limited] as const }), async (c) => {
    const answer = await release(context, c.req.valid("param").cid, c.req.valid("json"));
    return answer.status === "released" ? c.json(answer, 200) : c.json(answer, 202);
  });
  app.openapi(waitingRoute, async (c) => {
    const requests = await listWaiting(context, await auth.accountOf(c), c.req.valid("param").cid);
    return c.json({ requests: [...requests] }, 200);
  });
  app.openapi(grantRoute, async (c) => {
    await grant(context, await auth.accountOf(c), c.req.valid("param").cid, c.req.valid("json"));
    return c.json({ done: true as const }, 200);
  });
}
