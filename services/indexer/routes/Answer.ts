import type { At } from "#sdk/indexer/types.ts";
import type { Reading } from "../queries/Reading.ts";

/** Asks the index at one moment: all that is read is of one block, which the answer names. */
export type Answer = <T extends object>(ask: (reading: Reading) => Promise<T>) => Promise<{ readonly at: At } & T>;
