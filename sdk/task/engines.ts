import type { ProgramKind } from "./Task.ts";

/**
 * Digests of the engines that devices run: the meter with its prices, the way rows and answers pass, and for scripts
 * the metered QuickJS with what is taken out of its language.
 */
export const ENGINES: Readonly<Record<ProgramKind, string>> = {
  wasm: "0x0000000000000000000000000000000000000000000000000000000000000001",
  javascript: "0x0000000000000000000000000000000000000000000000000000000000000002",
};
