/** Runs programs of strangers over rows that must not leave, without trusting them with anything. */
export * from "./createSandbox.ts";
export * from "./measureQuality.ts";
export * from "./runTask.ts";
export * from "./Sandbox.ts";
export * from "./SandboxError.ts";
