import type { JobView } from "#sdk/rounds/answers.ts";
import type { Task } from "#sdk/task/Task.ts";
import type { DatawellError } from "#sdk/errors/DatawellError.ts";
import type { Choice } from "../engine/build.ts";
import type { KeptJob } from "../kept/Kept.ts";

/** What is known of a job's round beside the chain. */
export interface Round {
  readonly url: string; // of the coordinator; "": nobody said
  readonly task: Task | undefined; // it hashes to the job's program
  readonly choice: Choice | undefined; // what it was made of, if that was in this browser
  readonly view: JobView | undefined; // what the coordinator says
  readonly kept: KeptJob;
  readonly error: DatawellError | undefined; // of the coordinator
  readonly retry: () => void;
}
