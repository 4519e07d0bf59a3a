import { createRoute } from "@hono/zod-openapi";
import { challengeSchema, submissionSchema } from "#sdk/attestation/wire.ts";
import { answerOf, bodyOf, PROBLEM } from "../../shared/http/index.ts";
import { acceptSubmission } from "../acceptSubmission.ts";
import { requireServed } from "../requireServed.ts";
import type { Route } from "./Route.ts";

const route = createRoute({
  method: "post",
  path: "/contributions",
  summary:
    "Submit a contribution, all that is claimed of it, and the device's half of the draw; signed by its provider",
  request: { body: bodyOf(submissionSchema) },
  responses: { 200: answerOf(challengeSchema, "The attester's half of the draw"), default: PROBLEM },
});

export const submissionRoute: Route = (app, attester, auth) =>
  app.openapi(route, async (c) => {
    const account = await auth.accountOf(c);
    const submission = c.req.valid("json");
    requireServed(attester, submission.pool);
    return c.json(await acceptSubmission(attester, account, submission), 200);
  });
