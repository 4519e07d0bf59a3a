export * from "./amountFor.ts";
export * from "./burnDown.ts";
export * from "./dataForUp.ts";
export * from "./escrowOf.ts";
export * from "./leafAmounts.ts";
export * from "./splitJob.ts";
