import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { compileFunction } from "node:vm";

/** Binaryen's wasm-opt: takes arguments as on a command line and gives the exit code. */
export type WasmOpt = (args: readonly string[]) => number;

/** Loads wasm-opt into this process: a process of its own for each module would take ten times as long. */
export async function loadWasmOpt(): Promise<WasmOpt> {
  const require = createRequire(import.meta.url);
  const filename = require.resolve("binaryen/bin/wasm-opt");
  const program = readFileSync(filename, "utf8").replace(/^#!.*\n/, "");
  const names = ["Module", "require", "module", "__filename", "__dirname"];
  const load = compileFunction(`${program};Module.callMain = callMain;`, names, { filename });
  const Module: Record<string, unknown> = { noInitialRun: true };
  await new Promise<void>((resolve) => {
    Module.postRun = () => resolve();
    load(Module, require, {}, filename, dirname(filename));
  });
  return (args) => (Module.callMain as (args: string[]) => number)([...args]);
}
