export * from "./datasetEvents.ts";
export type * from "./DatawellEvent.ts";
export * from "./decodeLog.ts";
export * from "./eventsOfReceipt.ts";
export * from "./readEvents.ts";
