import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  authorsSchema,
  cidSchema,
  foundSchema,
  publicationSchema,
  publishedSchema,
  searchSchema,
} from "#sdk/store/wire.ts";
import { answerOf, bodyOf, PROBLEM, rateLimit } from "../../shared/http/index.ts";
import { publishDocument } from "../documents/publishDocument.ts";
import { readAuthors, readDocument } from "../documents/readDocument.ts";
import { search } from "../documents/search.ts";
import type { StoreContext } from "../StoreContext.ts";
import { FOR_EVER } from "./forEver.ts";
import type { RouteLimits } from "./RouteLimits.ts";

const named = { params: z.object({ cid: cidSchema }) };

const publishRoute = {
  method: "post",
  path: "/documents",
  summary: "Publish a metadata document, signed by its author",
  request: { body: bodyOf(publicationSchema) },
  responses: { 201: answerOf(publishedSchema, "It is there"), default: PROBLEM },
} as const;

const searchRoute = createRoute({
  method: "get",
  path: "/documents",
  summary: "Search for words, or list the newest",
  request: { query: searchSchema },
  responses: { 200: answerOf(foundSchema, "Documents and their authors, the best first"), default: PROBLEM },
});

const readRoute = createRoute({
  method: "get",
  path: "/documents/{cid}",
  summary: "The canonical document: the bytes that its content address is of",
  request: named,
  responses: { 200: { description: "application/ld+json" }, default: PROBLEM },
});

const authorsRoute = createRoute({
  method: "get",
  path: "/documents/{cid}/authors",
  summary: "Who signed a document, of which dataset",
  request: named,
  responses: { 200: answerOf(authorsSchema, "The first signature first"), default: PROBLEM },
});

/** Metadata documents. */
export function documentRoutes(app: OpenAPIHono, context: StoreContext, limits: RouteLimits): void {
  const { database } = context;
  const limited = rateLimit({ ...limits, perMinute: limits.writesPerMinute });
  app.openapi(createRoute({ ...publishRoute, middleware: [limited] as const }), async (c) =>
    c.json(await publishDocument(context, c.req.valid("json")), 201),
  );
  app.openapi(searchRoute, async (c) => c.json({ documents: await search(database, c.req.valid("query")) }, 200));
  app.openapi(readRoute, async (c) => {
    const body = await readDocument(database, c.req.valid("param").cid);
    return c.body(body, 200, { "content-type": "application/ld+json", "cache-control": FOR_EVER });
  });
  app.openapi(authorsRoute, async (c) =>
    c.json({ authors: await readAuthors(database, c.req.valid("param").cid) }, 200),
  );
}
