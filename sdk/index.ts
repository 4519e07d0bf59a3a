/**
 * The SDK of Datawell. `connect(deployment, runner)` gives the client that every action takes first; actions are
 * grouped by who acts: `dataset.launch`, `market.buy`, `pool.contribute`, `attester.attest`, `compute.open`.
 * Amounts are bigints in token wei, times unix seconds, shares basis points. Everything that fails, fails with a
 * DatawellError that says what to do.
 */
export * as attester from "./actions/attester/index.ts";
export * as compute from "./actions/compute/index.ts";
export * as dataset from "./actions/dataset/index.ts";
export * as market from "./actions/market/index.ts";
export * as pool from "./actions/pool/index.ts";

export * from "./chain/index.ts";
export * from "./connect.ts";
export * from "./errors/index.ts";
export * from "./events/index.ts";
export * from "./format/index.ts";
export * from "./math/index.ts";
export * from "./permits/index.ts";
export * from "./signing/index.ts";
export * from "./types/index.ts";
