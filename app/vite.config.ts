import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A static build with relative addresses only: any host, any folder, or IPFS. */
export default defineConfig({
  root: at("."),
  base: "./",
  appType: "mpa", // hash routes: no server has to know them
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  resolve: { alias: { "@adraffy/ens-normalize": at("./noNames.ts") } },
  build: { outDir: at("../dist/app"), emptyOutDir: true, target: "es2022" },
});
