import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const at = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** MetaMask's in-page provider as one script, to run in a page before its own scripts. */
export async function bundleInpage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [at("inpage.ts")],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
    minify: true,
    logLevel: "error",
    define: { global: "globalThis" },
    alias: { events: at("events.ts"), "readable-stream": at("streams.ts") },
  });
  return outputFiles[0]?.text ?? "";
}
