import { fork } from "node:child_process";
import type { Job } from "./hunt.ts";
import type { Verdict } from "./Mutant.ts";

/** Shares jobs among `count` processes, each of which takes the next when it is done. */
export async function runJobs(jobs: readonly Job[], count: number, report: (verdict: Verdict) => void): Promise<void> {
  const queue = [...jobs];
  const workers = Array.from({ length: Math.min(count, jobs.length) }, () => work(queue, report));
  await Promise.all(workers);
}

/** One process, until no job is left. */
function work(queue: Job[], report: (verdict: Verdict) => void): Promise<void> {
  const worker = fork(new URL("worker.ts", import.meta.url));
  const next = () => {
    const job = queue.shift();
    if (job) worker.send(job);
    else worker.disconnect();
  };
  return new Promise((resolve, reject) => {
    worker.on("message", (verdict: Verdict | null) => (verdict ? report(verdict) : next()));
    worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error("a worker broke off"))));
    next();
  });
}
