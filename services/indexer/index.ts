export { createIndexer, type Indexer, type IndexerOptions } from "./createIndexer.ts";
export { verify, type Verdict, type VerifyParams } from "./verify/verify.ts";
export type { Difference } from "./verify/Difference.ts";
