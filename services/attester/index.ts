export { type AttesterOptions, DEFAULT_QUOTAS, DEFAULT_SAMPLE, type Quotas } from "./AttesterOptions.ts";
export { type AttesterService, createAttester } from "./createAttester.ts";
export { attestOnce, verdictBefore } from "./journal/attestOnce.ts";
export { fileJournal } from "./journal/fileJournal.ts";
export type { Entry, Journal, Subject } from "./journal/Journal.ts";
