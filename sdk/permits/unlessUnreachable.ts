import { DatawellError } from "../errors/DatawellError.ts";

/** Takes a refusal for "this token has no such view", but not a chain that did not answer. */
export function unlessUnreachable(error: unknown): undefined {
  if (error instanceof DatawellError && error.name === "Unreachable") throw error;
  return undefined;
}
