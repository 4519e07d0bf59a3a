/**
 * `npm run coverage [-- --json]`: which statements of the contracts the Solidity tests run, and both ways of every decision.
 * Fails below everything, but for what scripts/coverage/exceptions.ts names with a reason. Writes coverage/lcov.info.
 */
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { EXCEPTIONS } from "./coverage/exceptions.ts";
import { instrumentContracts } from "./coverage/project.ts";
import { coverageOf, lcov, percent, total } from "./coverage/report.ts";

const { values } = parseArgs({ options: { json: { type: "boolean" } } });

/** Runs all tests on instrumented contracts, see scripts/hardhat. */
function runTests(): void {
  rmSync("coverage/data", { recursive: true, force: true });
  const hardhat = join(dirname(createRequire(import.meta.url).resolve("hardhat/package.json")), "dist/src/cli.js");
  const output = values.json ? "ignore" : "inherit";
  const { status } = spawnSync(process.execPath, [hardhat, "test", "solidity", "--coverage"], {
    stdio: ["ignore", output, "inherit"],
  });
  if (status !== 0) throw new Error("coverage needs tests that pass");
}

/** The ids that reported themselves, which Hardhat keeps as hexadecimal words. */
function readHits(): ReadonlySet<number> {
  const words = globSync("coverage/data/*/*.json").flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(file, "utf8")) as object),
  );
  return new Set(words.map((word) => Number(BigInt(`0x${word}`))));
}

runTests();
const points = [...instrumentContracts().values()].flatMap((file) => file.points);
const hits = readHits();
const { files, missed, idle } = coverageOf(points, hits, EXCEPTIONS);
writeFileSync("coverage/lcov.info", lcov(points, hits));

const lines = total(files.map((file) => file.lines));
const branches = total(files.map((file) => file.branches));
if (values.json) {
  console.log(JSON.stringify({ lines, branches, files, missed, exceptions: EXCEPTIONS, idle }, null, 2));
} else {
  for (const { file, line, text } of missed) console.error(`not run: ${file}:${line}: ${text}`);
  for (const { file, text } of idle) console.error(`exceptions.ts: no test misses ${file}: ${text}`);
  console.log(`lines ${percent(lines)} % (${lines.covered} of ${lines.all})`);
  console.log(`branches ${percent(branches)} % (${branches.covered} of ${branches.all})`);
  console.log(`${EXCEPTIONS.length} exceptions, each with its reason in scripts/coverage/exceptions.ts`);
}
if (missed.length + idle.length > 0) process.exitCode = 1;
