export * from "./baseFor.ts";
export * from "./burnDown.ts";
export * from "./chargedDataUp.ts";
export * from "./dataForUp.ts";
export * from "./leafAmounts.ts";
export * from "./leafDataDown.ts";
export * from "./splitJob.ts";
