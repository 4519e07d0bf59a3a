/** `npm run coverage`: which lines of the contracts the tests run, and a gate below which it fails. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parseLcov, percent, sum } from "./testing/coverage.ts";

const GATE = { all: 95, each: 85 }; // per cent of countable lines

const hardhat = join(dirname(createRequire(import.meta.url).resolve("hardhat/package.json")), "dist/src/cli.js");
const { status } = spawnSync(process.execPath, [hardhat, "test", "--coverage"], { stdio: "inherit" });
if (status !== 0) process.exit(1);

const files = parseLcov(readFileSync("coverage/lcov.info", "utf8")).filter(({ file }) => file.startsWith("contracts/"));
const total = sum(files);
const poor = files.filter((file) => percent(file) < GATE.each);

for (const file of poor) console.error(`${file.file}: ${percent(file).toFixed(1)} %, at least ${GATE.each} % expected`);
console.log(`coverage: ${total.covered} of ${total.lines} lines, ${percent(total).toFixed(1)} % (gate ${GATE.all} %)`);
if (files.length === 0 || poor.length > 0 || percent(total) < GATE.all) process.exitCode = 1;
