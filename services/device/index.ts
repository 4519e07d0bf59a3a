/** A provider's node: it keeps the records, and answers jobs with sums of which nobody sees its part. */
export { type ChainView, type ChainViewOptions, createChainView } from "./chain/createChainView.ts";
export { createDevice, type Device, type DeviceOptions } from "./createDevice.ts";
export { createDeviceService, type DeviceServiceOptions } from "./createDeviceService.ts";
export { DeviceError, type DeviceErrorCode } from "./DeviceError.ts";
export { type DevicePolicy, USUAL_POLICY } from "./DevicePolicy.ts";
export type { DeviceStatus } from "./deviceStatus.ts";
export type { Holding, RecordSource } from "./Holding.ts";
export { createHoldings, type FileHolding, type Holdings } from "./holdings/createHoldings.ts";
export { findContribution, type FindParams } from "./holdings/findContribution.ts";
export type { Budget } from "./ledger/Budget.ts";
export { openLedgerDatabase } from "./ledger/openLedgerDatabase.ts";
export { scopeOf } from "./ledger/scopeOf.ts";
export { openKeystore } from "./openKeystore.ts";
export { KINDS, readRecords } from "./records/readRecords.ts";
export { usableRows } from "./records/usableRows.ts";
