import type { Offer } from "#sdk/rounds/answers.ts";
import type { Task } from "#sdk/task/Task.ts";
import type { Choice } from "../engine/build.ts";

/** A task that somebody is about to have computed, or had: enough to hand it in and to read its answer. */
export interface KeptTask {
  readonly task: Task;
  readonly choice: Choice;
  readonly coordinatorUrl: string;
}

/** What this browser knows of a job that the chain does not. */
export interface KeptJob {
  readonly isHandedIn?: boolean;
  readonly offer?: Offer; // as it was verified
}

/** All of it: tasks by their digests, which the chain has as the jobs' programs, and jobs by their ids. */
export interface Kept {
  readonly tasks: Readonly<Record<string, KeptTask>>;
  readonly jobs: Readonly<Record<string, KeptJob>>;
}
