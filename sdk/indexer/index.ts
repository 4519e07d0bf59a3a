export type { IndexerOptions } from "./ask.ts";
export * from "./createIndexerClient.ts";
export * from "./IndexerError.ts";
export type * from "./types.ts";
