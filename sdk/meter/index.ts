/**
 * A deterministic gas meter for WebAssembly: `meter(module)` writes a module again so that it counts what it does, the
 * same on every engine, and `instantiateMetered` runs it on a budget. Specification: docs/spec/meter.md.
 */
export { FAULTS, FAULT_EXPORT, GAS_EXPORT, RESERVED_PREFIX } from "./exportNames.ts";
export { type InstantiateMetered, type MeteredInstance, instantiateMetered } from "./instantiateMetered.ts";
export { LIMITS_V1 } from "./LIMITS_V1.ts";
export { type AllowedImport, type MeterOptions, meter } from "./meter.ts";
export { METER_VERSION } from "./METER_VERSION.ts";
export { MeterError, type MeterErrorCode } from "./MeterError.ts";
export type { Outcome } from "./Outcome.ts";
export { AMOUNT_PRICES_V1, GAS_PER_UNIT, PRICE_TABLE_V1 } from "./PRICE_TABLE_V1.ts";
