import { createRoute, z } from "@hono/zod-openapi";
import { isAddress } from "ethers";
import { terms } from "#sdk/actions/pool/terms.ts";
import { poolInfoSchema } from "#sdk/attestation/wire.ts";
import { answerOf, PROBLEM } from "../../shared/http/index.ts";
import { fromChain } from "../fromChain.ts";
import { requireServed } from "../requireServed.ts";
import type { Route } from "./Route.ts";

const route = createRoute({
  method: "get",
  path: "/pools/{pool}",
  summary: "Who attests, under which key, and how much of a contribution is opened",
  request: { params: z.object({ pool: z.string().refine((text) => isAddress(text), "is not an address") }) },
  responses: { 200: answerOf(poolInfoSchema, "The attester and its terms"), default: PROBLEM },
});

/** What a device has to know before it asks anything. */
export const poolRoute: Route = (app, attester) =>
  app.openapi(route, async (c) => {
    const { pool } = c.req.valid("param");
    const { client, address, key, sample, freshnessHorizon } = attester;
    requireServed(attester, pool);
    await fromChain(() => terms(client, { pool }));
    const about = { chainId: client.chainId.toString(), pool, attester: address, publicKey: key.publicKey };
    return c.json({ ...about, ...sample, freshnessHorizon }, 200);
  });
