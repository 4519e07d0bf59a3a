import { createRoute } from "@hono/zod-openapi";
import { attestationSchema, openingsSchema } from "#sdk/attestation/wire.ts";
import { answerOf, bodyOf, PROBLEM } from "../../shared/http/index.ts";
import { attestOpened } from "../attestOpened.ts";
import { idParam } from "./idParam.ts";
import type { Route } from "./Route.ts";

const route = createRoute({
  method: "post",
  path: "/contributions/{id}/openings",
  summary: "Open the drawn records and take the attestation; signed by the provider",
  request: { params: idParam, body: bodyOf(openingsSchema) },
  responses: { 200: answerOf(attestationSchema, "The EIP-712 signature, for the pool"), default: PROBLEM },
});

export const openingRoute: Route = (app, attester, auth) =>
  app.openapi(route, async (c) => {
    const account = await auth.accountOf(c);
    const { id } = c.req.valid("param");
    return c.json(await attestOpened(attester, account, { id, openings: c.req.valid("json") }), 200);
  });
