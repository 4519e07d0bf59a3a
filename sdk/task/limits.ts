/** What a task may ask for at most, and what it gets unless it says otherwise. */
export const TASK_LIMITS = {
  programBytes: 1024 * 1024, // as shipped, before it is metered
  paramsBytes: 64 * 1024, // as RFC 8785 text in UTF-8
  fields: 256,
  gasPerRow: 10n ** 12n,
  batchRows: 100_000,
  batchGas: 10n ** 14n, // gasPerRow * batchRows
  length: 65_536,
  bound: 2n ** 53n,
} as const;

/** Rows for each fresh instance: few enough that one that fails costs little of the sum, enough to spread its start-up. */
export const BATCH_ROWS = 4_000;
