import { DatawellError } from "#sdk/errors/DatawellError.ts";

/** What is wrong with what the user typed, and what to type instead. */
export const badInput = (what: string, advice: string): DatawellError =>
  new DatawellError("BadInput", { what, advice });
