import { fork } from "node:child_process";
import type { Job } from "./hunt.ts";
import type { Verdict } from "./Mutant.ts";

/** What a worker tells: a mutant's key before it is tried, the verdict after it, and `null` when a job is done. */
export type News = { readonly trying: string } | { readonly verdict: Verdict } | null;

/** Starts a process that does one job; says what it told last, if it broke off, or nothing. */
export type Work = (job: Job, tell: (news: News) => void) => Promise<Broken | undefined>;

/** How a worker ended that should have gone on: exit code or signal. */
export interface Broken {
  readonly reason: string;
}

/** Shares jobs among `count` processes, each of which takes the next when it is done. */
export async function runJobs(
  jobs: readonly Job[],
  count: number,
  report: (verdict: Verdict) => void,
  work: Work = inProcess,
): Promise<void> {
  const queue = [...jobs];
  const takeAll = async () => {
    for (let job = queue.shift(); job; job = queue.shift()) await finish(job, report, work);
  };
  await Promise.all(Array.from({ length: Math.min(count, jobs.length) }, takeAll));
}

/**
 * A fault may make a test run out of memory, and its worker with it. Another worker goes on with the mutants that are
 * left. A mutant that breaks two workers, the second of them a fresh one, is noticed by that alone.
 */
async function finish(job: Job, report: (verdict: Verdict) => void, work: Work): Promise<void> {
  let left = job.mutants;
  let suspect: string | undefined;
  const decide = (verdict: Verdict) => {
    left = left.filter(({ key }) => key !== verdict.key);
    report(verdict);
  };
  while (left.length > 0) {
    let trying: string | undefined;
    const broken = await work({ ...job, mutants: left }, (news) => {
      if (news === null) return;
      if ("verdict" in news) decide(news.verdict);
      else trying = news.trying;
    });
    if (broken === undefined) return;
    if (trying === undefined) throw new Error(`${job.file}: a worker broke off (${broken.reason})`);
    if (trying === suspect && left.some(({ key }) => key === trying))
      decide({ key: trying, fate: "killed", by: `a worker that broke off (${broken.reason})` });
    suspect = trying;
  }
}

function inProcess(job: Job, tell: (news: News) => void): Promise<Broken | undefined> {
  const worker = fork(new URL("worker.ts", import.meta.url));
  worker.on("message", (news: News) => {
    tell(news);
    if (news === null) worker.disconnect();
  });
  worker.send(job);
  return new Promise((resolve) => {
    worker.on("exit", (code, signal) => resolve(code === 0 ? undefined : { reason: signal ?? `exit code ${code}` }));
  });
}
