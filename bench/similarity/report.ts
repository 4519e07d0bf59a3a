import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { sketchTable } from "#sdk/data/sketchTable.ts";
import type { Table } from "#sdk/data/table.ts";
import { laneAgreement } from "#sdk/math/laneAgreement.ts";
import { bareLanes, LANES } from "#sdk/math/minHash.ts";
import { EDITS, HEAVY_EDITS } from "./edits.ts";
import { random } from "./random.ts";
import { REAL_TABLES, realTable } from "./realTables.ts";
import { slicesOf } from "./slices.ts";

/** Measures the similarity sketch on real tables and writes the figures into docs/spec/similarity.md. */
const DOCUMENT = new URL("../../docs/spec/similarity.md", import.meta.url);
/** Pre-lanes agree as the sealed lanes do, and the function would take hours: tests compare the two. */
const SEEDS = ["11", "5a", "c3", "f0"].map((byte) => `0x${byte.repeat(32)}`);
const THRESHOLDS = [32, 40, 44, 48, 52, 56];

const lanes = ({ rows, fields }: Table, seed: string) => bareLanes(sketchTable(rows, fields, seed));

type Pair = readonly [Table, Table];

const agreements = (pairs: readonly Pair[]) =>
  pairs.flatMap(([a, b]) => SEEDS.map((seed) => laneAgreement(lanes(a, seed), lanes(b, seed))));

const tables = REAL_TABLES.map((file) => ({ file, table: realTable(file) }));
const copies = (edits: typeof EDITS) =>
  Object.entries(edits).map(([name, edit]) => ({
    name,
    found: agreements(tables.flatMap(({ table }) => [1, 2, 3].map((seed): Pair => [table, edit(table, random(seed))]))),
  }));
const near = copies(EDITS);
const heavy = copies(HEAVY_EDITS);
const slices = tables.map(({ file, table }) => ({
  name: `${file} (${table.rows.length} x ${table.fields.length})`,
  found: agreements(slicesOf(table).map(({ a, b }): Pair => [a, b])),
}));

function row(name: string, values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return `| ${name} | ${at(0)} | ${at(0.05)} | ${at(0.5)} | ${at(0.95)} | ${at(1)} | ${sorted.length} |`;
}

function distribution(title: string, groups: readonly { name: string; found: readonly number[] }[]): readonly string[] {
  return [
    `| ${title} | least | 5 % | median | 95 % | most | pairs |`,
    "|---|--:|--:|--:|--:|--:|--:|",
    ...groups.map(({ name, found }) => row(name, found)),
    ...(groups.length > 1
      ? [
          row(
            "**all**",
            groups.flatMap(({ found }) => found),
          ),
        ]
      : []),
    "",
  ];
}

/** Chance that at least `threshold` of 64 lanes agree when a share `jaccard` of the features is common. */
function chance(threshold: number, jaccard: number): number {
  const p = jaccard + (1 - jaccard) / 16;
  let term = (1 - p) ** LANES;
  let below = 0;
  for (let k = 0; k < threshold; k++) {
    below += term;
    term *= ((LANES - k) / (k + 1)) * (p / (1 - p));
  }
  return Math.max(0, 1 - below);
}

const percent = (part: number) => (part > 0 && part < 0.0001 ? "< 0.01 %" : `${(100 * part).toFixed(2)} %`);
const share = (values: readonly number[], threshold: number) =>
  percent(values.filter((value) => value >= threshold).length / values.length);

const measured = [
  ...distribution("near copies, equal lanes of 64", near),
  ...distribution("disjoint slices of one table", slices),
  ...distribution("heavier edits (no promise)", heavy),
  "| threshold | near copies recognized | slices taken for copies | J = 0.3 | J = 0.5 | J = 0.6 | J = 0.75 | J = 0.9 |",
  "|--:|--:|--:|--:|--:|--:|--:|--:|",
  ...THRESHOLDS.map((threshold) => {
    const [found, wrong] = [near, slices].map((groups) =>
      share(
        groups.flatMap((group) => group.found),
        threshold,
      ),
    );
    return `| ${threshold} | ${found} | ${wrong} | ${[0.3, 0.5, 0.6, 0.75, 0.9].map((j) => percent(chance(threshold, j))).join(" | ")} |`;
  }),
].join("\n");

const [before, , after] = readFileSync(DOCUMENT, "utf8").split(/<!-- \/?measured -->\n/) as [string, string, string];
const text = `${before}<!-- measured -->\n\n${measured}\n\n<!-- /measured -->\n${after}`;
writeFileSync(DOCUMENT, await format(text, { parser: "markdown", printWidth: 120 }));
console.log(measured);
