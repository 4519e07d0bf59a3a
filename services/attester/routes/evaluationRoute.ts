import { createRoute } from "@hono/zod-openapi";
import { evaluationRequestSchema, evaluationSchema } from "#sdk/attestation/wire.ts";
import { evaluateBlinded } from "#sdk/oprf/evaluateBlinded.ts";
import { OprfError } from "#sdk/oprf/OprfError.ts";
import { answerOf, bodyOf, clientOf, PROBLEM } from "../../shared/http/index.ts";
import { refusal } from "../refusal.ts";
import { spendElements } from "../state/spendElements.ts";
import { requireServed } from "../requireServed.ts";
import type { Route } from "./Route.ts";

const route = createRoute({
  method: "post",
  path: "/evaluations",
  summary: "Evaluate blinded elements under the attesters' key, with a proof; signed by the asker, counted per day",
  request: { body: bodyOf(evaluationRequestSchema) },
  responses: { 200: answerOf(evaluationSchema, "The evaluated elements in their order"), default: PROBLEM },
});

/** Answers what it cannot see: the tag and the sketch of records that stay on their device. */
export const evaluationRoute: Route = (app, attester, auth) =>
  app.openapi(route, async (c) => {
    const account = await auth.accountOf(c);
    const { pool, blinded } = c.req.valid("json");
    requireServed(attester, pool);
    await spendElements(attester, { account, network: clientOf(c, attester.proxies), pool, amount: blinded.length });
    try {
      const { evaluated, proof } = evaluateBlinded(attester.key, blinded);
      return c.json({ evaluated: [...evaluated], proof }, 200);
    } catch (error) {
      if (!(error instanceof OprfError)) throw error;
      throw refusal(error.code, error.fault, error.remedy);
    }
  });
