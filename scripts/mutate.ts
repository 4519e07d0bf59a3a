/**
 * `npm run mutate -- [--file path]... [--sample n] [--resume] [--json] [--jobs n]`: puts small faults into the
 * contracts, one at a time, and counts how many of them the Solidity tests notice.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { config, tasks } from "hardhat";
import { tableByFile } from "./mutation/byFile.ts";
import type { Verdict } from "./mutation/Mutant.ts";
import { progressOf } from "./mutation/progress.ts";
import { readSources, targetsOf } from "./mutation/project.ts";
import { openResults } from "./mutation/Results.ts";
import { sampleOf } from "./mutation/sample.ts";
import { describeScore, percentOf, scoreOf, type Accepted } from "./mutation/score.ts";
import { runJobs } from "./mutation/workers.ts";

const GOAL = 95; // per cent of the mutants that count

const { values } = parseArgs({
  options: {
    file: { type: "string", multiple: true, default: [] },
    sample: { type: "string" },
    jobs: { type: "string", default: "2" },
    resume: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});

await tasks.getTask("build").run({ quiet: true });

const sources = readSources();
const targets = targetsOf(sources, values.file);
const all = targets.flatMap(({ mutants }) => mutants);
const chosen = sampleOf(all, values.sample === undefined ? undefined : Number(values.sample));
const { known, add } = openResults(sources, !values.resume);

const open = new Set(chosen.map(({ key }) => key).filter((key) => !known.has(key)));
const isolate = config.test.solidity.profiles.default?.isolate ?? false;
const jobs = targets
  .map(({ job }) => Object.assign(job, { isolate, mutants: job.mutants.filter(({ key }) => open.has(key)) }))
  .filter(({ mutants }) => mutants.length > 0)
  .toSorted((a, b) => b.mutants.length - a.mutants.length); // the longest first, so that none is left alone at the end

const verdicts = new Map<string, Verdict>(known);
const progress = progressOf(jobs.reduce((sum, { mutants }) => sum + mutants.length, 0));
await runJobs(jobs, Number(values.jobs), (verdict) => {
  add(verdict);
  verdicts.set(verdict.key, verdict);
  progress.step(verdict);
});

const accepted = JSON.parse(readFileSync(new URL("mutation/accepted.json", import.meta.url), "utf8")) as Accepted;
const score = scoreOf(chosen, verdicts, accepted);
if (values.json) console.log(JSON.stringify({ goal: GOAL, percent: percentOf(score), ...score }, undefined, 2));
else console.log(`${tableByFile(chosen, verdicts, accepted)}\n\n${describeScore(score, GOAL)}`);
if (chosen.length < all.length) console.error(`sample: ${chosen.length} of ${all.length} mutants`);
if (chosen.length === 0 || percentOf(score) < GOAL || score.outdated.length > 0) process.exitCode = 1;
