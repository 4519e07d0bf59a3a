import type { BatchFailure } from "../Sandbox.ts";

/** What an instance answered, or why it did not. */
export type Answer =
  | { readonly ok: true; readonly gas: bigint; readonly output: BigInt64Array }
  | { readonly ok: false; readonly failure: BatchFailure };

/** A program ready to be run any number of times, each time as if it had never run. */
export interface LoadedProgram {
  readonly run: (rows: Uint8Array, gas: bigint) => Answer;
}

/** A program that nobody can run, whatever the rows. */
export class LoadError extends Error {
  override readonly name = "LoadError";
}
