/**
 * `npm run gas -- [--check] [--json] [--only words]`: what our operations and the peers' cost, in one run on one EVM.
 * Writes snapshots/gas.json and docs/gas.md; with --check it only looks whether they are up to date. Fails if a figure
 * is above its goal or rose against the snapshot.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { tasks } from "hardhat";
import { document, table } from "./document.ts";
import { judge } from "./judge.ts";
import { measure, type Result } from "./measure.ts";
import { OPERATIONS } from "./operations/index.ts";
import { openStage } from "./Stage.ts";
import { type Snapshot, toSnapshot, toText } from "./snapshot.ts";
import { deployOn } from "./World.ts";

const ROOT = new URL("../../", import.meta.url);
const SNAPSHOT = "snapshots/gas.json";
const DOCUMENT = "docs/gas.md";

const { values } = parseArgs({
  options: { check: { type: "boolean" }, json: { type: "boolean" }, only: { type: "string" } },
});

async function run(): Promise<void> {
  await tasks.getTask("build").run({ quiet: true, noTests: true });
  const results = await measureAll();
  const before = readOr(SNAPSHOT, "{}");
  const files = { [SNAPSHOT]: toText(toSnapshot(results)), [DOCUMENT]: await document(results) };
  console.log(values.json ? files[SNAPSHOT] : await table(results));

  const faults = [...judge(results, JSON.parse(before) as Snapshot), ...keep(files)];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

async function measureAll(): Promise<readonly Result[]> {
  const stage = await openStage();
  const deployed = await deployOn(stage);
  const wanted = OPERATIONS.filter(({ name }) => name.includes(values.only ?? ""));
  const results: Result[] = [];
  for (const operation of wanted) results.push(await measure(deployed, operation));
  await stage.close();
  return results;
}

/** Writes the files, or says which are out of date. A part of the operations is only shown. */
function keep(files: Readonly<Record<string, string>>): readonly string[] {
  if (values.only !== undefined) return [];
  const stale = Object.entries(files).filter(([path, text]) => readOr(path, "") !== text);
  if (values.check) return stale.map(([path]) => `${path} is out of date: run npm run gas and commit it`);
  mkdirSync(new URL("snapshots", ROOT), { recursive: true });
  for (const [path, text] of stale) writeFileSync(new URL(path, ROOT), text);
  return [];
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(new URL(path, ROOT), "utf8");
  } catch {
    return otherwise;
  }
}

await run();
