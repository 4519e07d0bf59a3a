import { createRoute } from "@hono/zod-openapi";
import { stateSchema } from "#sdk/attestation/wire.ts";
import { answerOf, PROBLEM } from "../../shared/http/index.ts";
import { submissionBy } from "../state/submissions.ts";
import { idParam } from "./idParam.ts";
import type { Route } from "./Route.ts";

const route = createRoute({
  method: "get",
  path: "/contributions/{id}",
  summary: "When a contribution was measured that its provider submitted before; signed by the provider",
  request: { params: idParam },
  responses: { 200: answerOf(stateSchema, "What was submitted"), default: PROBLEM },
});

/** For a device that begins again: it goes on with what it submitted. */
export const stateRoute: Route = (app, attester, auth) =>
  app.openapi(route, async (c) => {
    const account = await auth.accountOf(c);
    const { assessedAt, deadline } = await submissionBy(attester.database, c.req.valid("param").id, account);
    return c.json({ assessedAt, deadline }, 200);
  });
