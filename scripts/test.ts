/**
 * `npm test -- [files] [--grep words] [--deep] [--no-compile]`: the Solidity tests, then the mocha tests.
 * The last line is `N passed, N failed` over both, and the exit code says the same.
 */
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { matchesGlob, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import Mocha from "mocha";
import { mochaHooks } from "./testing/lostRejections.ts";
import { add, closingLine, isGreen, NOTHING_RAN, type Tally } from "./testing/tally.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: "string" }, deep: { type: "boolean" }, "no-compile": { type: "boolean" } },
});

/** They share one page and its chain, and so one process. Without a browser they skip themselves. */
const isInBrowser = (file: string): boolean => matchesGlob(relative("", file), "test/app/*.test.ts");

const HOOKS = fileURLToPath(new URL("testing/lostRejections.ts", import.meta.url));

/** Each may take two gigabytes. */
const MOST_PROCESSES = 4;

let total = NOTHING_RAN;
let finished = false;

// A run that breaks off half-way, even by an exit code of zero, counts as one failure.
process.on("exit", () => {
  if (!finished) total = add(total, { passed: 0, failed: 1 });
  if (!isGreen(total)) process.exitCode = 1;
  console.log(closingLine(total));
});

if (values.deep) process.env.TEST_EFFORT = "deep"; // read by hardhat.config.ts
const { default: hre } = await import("hardhat");

const ofKind = (isKind: (file: string) => boolean) => ({
  testFiles: positionals.filter(isKind),
  isWanted: positionals.length === 0 || positionals.some(isKind),
});

interface SuiteResult {
  readonly testResults: readonly { readonly status: "Success" | "Failure" | "Skipped" }[];
}

async function runSolidity(): Promise<Tally> {
  const { testFiles, isWanted } = ofKind((file) => file.endsWith(".sol"));
  if (!isWanted) return NOTHING_RAN;
  const result = await hre.tasks.getTask(["test", "solidity"]).run({ testFiles, grep: values.grep, noCompile: true });
  const { suiteResults }: { suiteResults: SuiteResult[] } = result.success ? result.value : result.error;
  const statuses = suiteResults.flatMap((suite) => suite.testResults.map(({ status }) => status));
  const failed = statuses.filter((status) => status === "Failure").length;
  // A runner that broke reports no failed test.
  return {
    passed: statuses.filter((status) => status === "Success").length,
    failed: failed || Number(!result.success),
  };
}

async function runMocha(): Promise<Tally> {
  const { testFiles: named, isWanted } = ofKind((file) => !file.endsWith(".sol"));
  if (!isWanted) return NOTHING_RAN;
  // told no file, Hardhat takes every one below test/, the programs that tests start included
  const files = named.length > 0 ? named : globSync("test/**/*.test.ts").toSorted();
  const apart = files.filter((file) => !isInBrowser(file));
  const jobs = Math.min(availableParallelism(), MOST_PROCESSES, apart.length);
  return add(await runFiles(apart, jobs), await runFiles(files.filter(isInBrowser), 1));
}

/** Each file in one of `jobs` processes. Hardhat's own task would load every file in this one as well. */
async function runFiles(files: readonly string[], jobs: number): Promise<Tally> {
  if (files.length === 0) return NOTHING_RAN;
  const tally = { passed: 0, failed: 0 };
  const hooks = { rootHooks: mochaHooks, require: [HOOKS] }; // here, and in processes of Mocha's own
  const options = { reporter: reportingTo(tally), grep: values.grep, parallel: jobs > 1, jobs, ...hooks };
  const mocha = new Mocha({ ...hre.config.test.mocha, ...options });
  for (const file of files) mocha.addFile(resolve(file));
  if (jobs === 1) await mocha.loadFilesAsync();
  const failures = await new Promise<number>((done) => mocha.run(done));
  return { ...tally, failed: Math.max(tally.failed, Math.min(failures, 1)) };
}

/** Mocha's usual report, counting as well: Hardhat's own count takes skipped tests for passed ones. */
function reportingTo(tally: { passed: number; failed: number }) {
  return class extends Mocha.reporters.Spec {
    constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
      super(runner, options);
      runner.on("pass", () => tally.passed++);
      runner.on("fail", () => tally.failed++);
    }
  };
}

if (!values["no-compile"]) await hre.tasks.getTask("build").run({});
total = add(total, await runSolidity());
total = add(total, await runMocha());
finished = true;
