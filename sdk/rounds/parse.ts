import type { z } from "zod";
import { RoundError } from "./RoundError.ts";

/**
 * A message as its schema has it.
 * @throws RoundError Malformed, naming the first entry that is wrong
 */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues as [z.core.$ZodIssue];
  const entry = issue.path.join(".") || "the message";
  throw new RoundError("Malformed", `${entry}: ${issue.message}`, "See docs/spec/compute.md");
}
