/**
 * `npm run attacks -- [--check] [--json] [--only words]`: every attack's best case, found by search and played on the
 * contracts. Writes docs/attacks.md; with --check it only looks whether that is up to date. Fails if a bound is broken.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { tasks } from "hardhat";
import { openStage } from "../gas/Stage.ts";
import { deployOn, worldOn } from "../gas/World.ts";
import { document, table } from "./document.ts";
import { type Result, faultsOf, toFigures } from "./Result.ts";
import { ATTACKS } from "./simulations/index.ts";

const DOCUMENT = new URL("../../docs/attacks.md", import.meta.url);

const { values } = parseArgs({
  options: { check: { type: "boolean" }, json: { type: "boolean" }, only: { type: "string" } },
});

async function run(): Promise<void> {
  await tasks.getTask("build").run({ quiet: true, noTests: true });
  const results = await searchAll();
  console.log(values.json ? JSON.stringify(results.map(toFigures), undefined, 2) : await table(results));
  const faults = [...results.flatMap(faultsOf), ...(values.only === undefined ? await keep(results) : [])];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

async function searchAll(): Promise<readonly Result[]> {
  const stage = await openStage();
  const deployed = await deployOn(stage);
  const results: Result[] = [];
  for (const attack of ATTACKS.filter(({ name }) => name.includes(values.only ?? ""))) {
    const finding = await deployed.isolated(() => attack.search(worldOn(deployed)));
    results.push({ attack, finding });
  }
  await stage.close();
  return results;
}

/** Writes the document, or says that it is out of date. */
async function keep(results: readonly Result[]): Promise<readonly string[]> {
  const text = await document(results);
  if (!values.check) writeFileSync(DOCUMENT, text);
  else if (readFileSync(DOCUMENT, "utf8") !== text) return ["docs/attacks.md is out of date: run npm run attacks"];
  return [];
}

await run();
