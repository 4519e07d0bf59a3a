import { z } from "@hono/zod-openapi";

const issueSchema = z.object({
  in: z.enum(["body", "query", "path", "header"]),
  pointer: z.string(),
  fault: z.string(),
  remedy: z.string().optional(),
});

/** RFC 9457, with what to do and each faulty value. */
const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string(),
    remedy: z.string(),
    issues: z.array(issueSchema).optional(),
  })
  .openapi("Problem");

/** A JSON answer, for `responses` of a route. */
export const answerOf = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

/** What every route may answer instead, for `responses` of a route. */
export const PROBLEM = {
  description: "A problem, and what to do about it",
  content: { "application/problem+json": { schema: problemSchema } },
};

/** A JSON body, for `request` of a route. */
export const bodyOf = <S extends z.ZodType>(schema: S) => ({
  required: true,
  content: { "application/json": { schema } },
});
