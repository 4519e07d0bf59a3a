import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { atSchema } from "#sdk/indexer/schemas/index.ts";
import { answerOf, PROBLEM } from "../../shared/http/index.ts";
import type { Reading } from "../queries/Reading.ts";
import type { Answer } from "./Answer.ts";

type Shape = Readonly<Record<string, z.ZodType>>;
type Nothing = Readonly<Record<never, z.ZodType>>;
type Given<S extends Shape> = { readonly [K in keyof S]: z.output<S[K]> };
type Body<S extends Shape> = { readonly [K in keyof S]: z.input<S[K]> };

/** A question: its address, what it takes, and what it answers beside `at`. */
interface Question<P extends Shape, Q extends Shape, B extends Shape> {
  readonly path: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body: B;
  readonly ask: (reading: Reading, given: Given<P> & Given<Q>) => Promise<Readable<Body<B>>>;
}

/** The same data, whether or not its lists may be changed. */
type Readable<T> = T extends readonly (infer I)[]
  ? readonly Readable<I>[]
  : T extends object
    ? { readonly [K in keyof T]: Readable<T[K]> }
    : T;

/** Adds a question to a service. Parameters that it does not take are refused like bad ones. */
export function addGet<P extends Shape = Nothing, Q extends Shape = Nothing, B extends Shape = Nothing>(
  app: OpenAPIHono,
  answer: Answer,
  { path, summary, params, query, body, ask }: Question<P, Q, B>,
): void {
  const route = createRoute({
    method: "get",
    path,
    summary,
    request: { params: z.object({ ...params }), query: z.strictObject({ ...query }) },
    responses: { 200: answerOf(z.object({ at: atSchema, ...body }), summary), default: PROBLEM },
  });
  app.openapi(route, async (c) => {
    const given = { ...c.req.valid("param"), ...c.req.valid("query") } as unknown as Given<P> & Given<Q>;
    return c.json(await answer((reading) => ask(reading, given)), 200) as never;
  });
}
