/** The oblivious pseudorandom function of a pool's attesters: VOPRF of RFC 9497 over ristretto255; docs/spec/oprf.md. */
export * from "./blind.ts";
export * from "./evaluate.ts";
export * from "./evaluateBlinded.ts";
export * from "./finalize.ts";
export * from "./OprfError.ts";
export * from "./oprfKey.ts";
export { MAX_ELEMENTS, type RandomBytes } from "./suite.ts";
