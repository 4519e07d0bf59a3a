/**
 * What the indexer answers, one definition for its OpenAPI document and for the types of the client. Amounts are
 * decimal strings of token wei, times unix seconds, shares basis points.
 */
export * from "./accounts.ts";
export * from "./datasets.ts";
export * from "./jobs.ts";
export * from "./market.ts";
export * from "./places.ts";
export * from "./pool.ts";
