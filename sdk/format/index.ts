export * from "./formatAmount.ts";
export * from "./formatBps.ts";
export * from "./formatDuration.ts";
export * from "./formatPrice.ts";
export * from "./formatTime.ts";
export * from "./parseAmount.ts";
