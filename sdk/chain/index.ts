export type { Abi, Arguments, At, EventArgs, EventName, FunctionName, Output } from "./abi.ts";
export * from "./contracts.ts";
export type { Datawell } from "./datawell.ts";
export * from "./deadlineOf.ts";
export * from "./encode.ts";
export * from "./now.ts";
export * from "./read.ts";
export type { Sent } from "./sent.ts";
export * from "./transact.ts";
