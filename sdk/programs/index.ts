/** Programs that are ready to be sent to devices. Each gives a task, its program, and what the sum means. */
export * from "./count.ts";
export * from "./groupBy.ts";
export * from "./histogram.ts";
export * from "./linearRegression.ts";
export * from "./logisticRegression.ts";
export * from "./mean.ts";
export * from "./quality.ts";
export * from "./quantiles.ts";
export * from "./ReadyProgram.ts";
export * from "./sum.ts";
