import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  addressSchema,
  cidSchema,
  doneSchema,
  recordRequestSchema,
  recordSchema,
  recordsSchema,
} from "#sdk/store/wire.ts";
import { answerOf, bodyOf, PROBLEM, rateLimit, type WalletAuth } from "../../shared/http/index.ts";
import { createRecord } from "../records/createRecord.ts";
import { readBlob } from "../records/readBlob.ts";
import { listRecords, readRecord } from "../records/readRecord.ts";
import { toRecord } from "../records/RecordRow.ts";
import { withdrawRecord } from "../records/withdrawRecord.ts";
import type { StoreContext } from "../StoreContext.ts";
import type { RouteLimits } from "./RouteLimits.ts";

const named = { params: z.object({ cid: cidSchema }) };

const createRecordRoute = {
  method: "post",
  path: "/records",
  summary: "Publish the encrypted addresses of a contribution's files (signed request of the owner)",
  request: { body: bodyOf(recordRequestSchema) },
  responses: { 201: answerOf(recordSchema, "It is there"), default: PROBLEM },
} as const;

const listRoute = createRoute({
  method: "get",
  path: "/records",
  summary: "The newest 100 records of a document, pool or owner, or those before one of them",
  request: {
    query: z.object({
      document: cidSchema.optional(),
      pool: addressSchema.optional(),
      owner: addressSchema.optional(),
      before: cidSchema.optional(),
    }),
  },
  responses: { 200: answerOf(recordsSchema, "The newest first"), default: PROBLEM },
});

const readRoute = createRoute({
  method: "get",
  path: "/records/{cid}",
  summary: "What anybody may know of a record",
  request: named,
  responses: { 200: answerOf(recordSchema, "The record"), default: PROBLEM },
});

const withdrawRoute = createRoute({
  method: "delete",
  path: "/records/{cid}",
  summary: "Erase a record's keys and ciphertext (signed request of the owner)",
  request: named,
  responses: { 200: answerOf(doneSchema, "It is gone"), default: PROBLEM },
});

const blobRoute = createRoute({
  method: "get",
  path: "/blobs/{cid}",
  summary: "The ciphertext of a record: the bytes that its content address is of",
  request: named,
  responses: { 200: { description: "application/octet-stream" }, default: PROBLEM },
});

/** Records of encrypted addresses. */
export function recordRoutes(app: OpenAPIHono, context: StoreContext, auth: WalletAuth, limits: RouteLimits): void {
  const limited = rateLimit({ ...limits, perMinute: limits.writesPerMinute });
  app.openapi(createRoute({ ...createRecordRoute, middleware: [limited] as const }), async (c) => {
    const owner = await auth.accountOf(c);
    const body = new Uint8Array(await c.req.arrayBuffer());
    return c.json(await createRecord(context, owner, c.req.valid("json"), body), 201);
  });
  app.openapi(listRoute, async (c) =>
    c.json({ records: [...(await listRecords(context.database, c.req.valid("query")))] }, 200),
  );
  app.openapi(readRoute, async (c) =>
    c.json(toRecord(await readRecord(context.database, c.req.valid("param").cid)), 200),
  );
  app.openapi(withdrawRoute, async (c) => {
    await withdrawRecord(context, await auth.accountOf(c), c.req.valid("param").cid);
    return c.json({ done: true as const }, 200);
  });
  app.openapi(blobRoute, async (c) => {
    const bytes = await readBlob(context, c.req.valid("param").cid);
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { "content-type": "application/octet-stream" });
  });
}
