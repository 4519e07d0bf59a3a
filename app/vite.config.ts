import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What most screens are made of; heavier parts of the SDK stay with those who need them. */
const SHARED =
  /[\\/](sdk[\\/](actions|chain|events|format|http|indexer|math|permits|types)|app[\\/](chain|data|intents|ui))[\\/]/;

/** Addresses of content. */
const CIDS = /[\\/](sdk[\\/]metadata[\\/]cid\.ts|multiformats[\\/])/;

/** What a dataset's document is checked with. */
const DOCUMENTS = /[\\/](sdk[\\/]metadata[\\/](datasetSchema|remedies|validateMetadata)\.ts|zod[\\/]v4[\\/]mini[\\/])/;

/** A static build with relative addresses only: any host, any folder, or IPFS. */
export default defineConfig({
  root: at("."),
  base: "./",
  appType: "mpa", // hash routes: no server has to know them
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  resolve: {
    alias: [
      { find: "@adraffy/ens-normalize", replacement: at("./noNames.ts") },
      { find: /^@noble\/hashes\/(pbkdf2|sha512)$/, replacement: at("./noMnemonics.ts") },
      { find: /^\.{1,2}\/typed\.js$/, replacement: at("./noTypedValues.ts") },
      { find: /^.*\/(json-schema-processors|to-json-schema)\.js$/, replacement: at("./noJsonSchemas.ts") },
    ],
  },
  build: {
    outDir: at("../dist/app"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false }, // a browser without preloading loads all the same
    rolldownOptions: {
      output: {
        // few files: each costs a slow phone a round trip
        codeSplitting: {
          groups: [
            { name: "base", tags: ["$initial"], priority: 2 },
            { name: "cids", test: CIDS, priority: 1.8 },
            { name: "documents", test: DOCUMENTS, priority: 1.5 },
            { name: "common", test: SHARED, minShareCount: 3, priority: 1 },
          ],
        },
      },
    },
  },
});
