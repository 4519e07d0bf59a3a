/**
 * `npm run coverage [-- --json]`: which statements of the contracts the Solidity tests run, and both ways of every decision.
 * Fails below everything, but for what scripts/coverage/exceptions.ts names with a reason. Writes coverage/lcov.info.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { config, tasks } from "hardhat";
import { EXCEPTIONS } from "./coverage/exceptions.ts";
import { measure } from "./coverage/measure.ts";
import { coverageOf, lcov, percent, total } from "./coverage/report.ts";
import { readArtifacts } from "./mutation/artifacts.ts";
import { readSources } from "./mutation/project.ts";

/** One try of each: chance has no part in what is covered. Instrumented code needs much more gas. */
const EFFORT = { fuzz: 1, invariant: { runs: 1, depth: 1 }, gasLimit: 2n ** 50n };

const { values } = parseArgs({ options: { json: { type: "boolean" } } });

await tasks.getTask("build").run({ quiet: true });
const isolate = config.test.solidity.profiles.default?.isolate ?? false;
const { points, hits, failed } = await measure(readSources(), readArtifacts(), { isolate, ...EFFORT });

const { files, missed, idle } = coverageOf(points, hits, EXCEPTIONS);
mkdirSync("coverage", { recursive: true });
writeFileSync("coverage/lcov.info", lcov(points, hits));

const lines = total(files.map((file) => file.lines));
const branches = total(files.map((file) => file.branches));
if (values.json) {
  console.log(JSON.stringify({ lines, branches, files, missed, exceptions: EXCEPTIONS, idle, failed }, null, 2));
} else {
  for (const { file, lines: own, branches: both } of files)
    console.log(`${file}: ${own.covered} of ${own.all} lines, ${both.covered} of ${both.all} branches`);
  for (const { file, line, text } of missed) console.error(`not run: ${file}:${line}: ${text}`);
  for (const { file, text } of idle) console.error(`exceptions.ts: no test misses ${file}: ${text}`);
  for (const test of failed) console.error(`failed: ${test}`);
  console.log(`lines ${percent(lines)} % (${lines.covered} of ${lines.all})`);
  console.log(`branches ${percent(branches)} % (${branches.covered} of ${branches.all})`);
  console.log(`${EXCEPTIONS.length} exceptions, each with its reason in scripts/coverage/exceptions.ts`);
}
if (points.length === 0 || [missed, idle, failed].some((each) => each.length > 0)) process.exitCode = 1;
