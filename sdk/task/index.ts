/** Tasks: what devices are asked to compute, and what it costs. */
export * from "./Task.ts";
export * from "./TaskError.ts";
export * from "./batchGas.ts";
export * from "./checkProgram.ts";
export * from "./createTask.ts";
export * from "./engines.ts";
export * from "./limits.ts";
export * from "./programDigest.ts";
export * from "./taskDigest.ts";
export * from "./unitsUp.ts";
export * from "./validateTask.ts";
