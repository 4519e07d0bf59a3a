import { optional } from "../tasks/option.ts";

/** Where attesters remember, for all commands that have them sign. */
export const JOURNAL = optional(
  "File in which attesters remember what they signed, so that none signs two different assessments of one contribution " +
    "(default: beside the deployment file)",
);
