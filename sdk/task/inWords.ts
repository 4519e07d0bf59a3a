import type * as z from "zod/mini";

/** What is wrong with an entry of a task, in the words that follow its name. Zod's own weigh three times as much. */
export function inWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return `has entries that are not known: ${issue.keys.join(", ")}`;
    case "too_small":
      return `must ${counted(issue.origin)} at least ${issue.minimum}`;
    case "too_big":
      return `must ${counted(issue.origin)} at most ${issue.maximum}`;
    case "invalid_value":
      return `must be ${issue.values.join(" or ")}`;
    case "invalid_type":
      return `must be of the kind ${issue.expected}`;
    default:
      return "is not valid";
  }
}

/** What a bound is about: a number itself, or how long something is. */
const counted = (origin: string): string => (origin === "array" || origin === "string" ? "have a length of" : "be");
