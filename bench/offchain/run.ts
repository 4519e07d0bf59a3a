/**
 * `npm run bench:offchain -- [--only meter] [--json]`: what metering, strangers' programs, attestation, secure sums, the
 * store, the index and ten thousand devices cost on this machine. Times differ from machine to machine; ratios, counts
 * and bytes hardly.
 */
import { parseArgs } from "node:util";
import { align } from "../../scripts/output/align.ts";
import type { Figure } from "./Figure.ts";

/** Each loaded by itself, so that one alone needs nothing of the others. */
const PARTS: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  meter: async () => (await import("./meter.ts")).measureMeter(),
  sandbox: async () => (await import("./sandbox.ts")).measureSandbox(),
  oprf: async () => (await import("./oprf.ts")).measureOprf(),
  reduce: async () => (await import("./reduce.ts")).measureReduce(),
  store: async () => (await import("./store.ts")).measureStore(),
  indexer: async () => (await import("./indexer.ts")).measureIndexer(),
  scale: async () => (await import("./scale.ts")).measureScale(),
};

const { values } = parseArgs({ options: { only: { type: "string" }, json: { type: "boolean" } } });

const chosen = Object.entries(PARTS).filter(([name]) => name.includes(values.only ?? ""));
const figures: Figure[] = [];
for (const [name, measure] of chosen) {
  console.error(`${name} ...`);
  figures.push(...(await measure()));
}

const MET = new Map([
  [true, "yes"],
  [false, "NO"],
]);
const rows = figures.map(({ name, value, goal = "", met }) => [name, value, goal, MET.get(met ?? goal === "") ?? ""]);
if (values.json) console.log(JSON.stringify(figures, undefined, 2));
else for (const line of align(rows, ["what", "measured", "goal", "met"])) console.log(line);
if (figures.length === 0 || figures.some(({ met }) => met === false)) process.exitCode = 1;
