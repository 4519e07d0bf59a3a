import { largestNoisyRoster } from "#sdk/reduce/noise/largestNoisyRoster.ts";
import { taskDigest } from "#sdk/task/taskDigest.ts";
import type { Task } from "#sdk/task/Task.ts";
import { unitsUp } from "#sdk/task/unitsUp.ts";
import { type BuildTerms, buildOf, type Choice } from "./build.ts";
import type { Noise } from "./Noise.ts";
import { noiseOf } from "./noiseOf.ts";

export interface PrepareParams extends BuildTerms {
  readonly choice: Choice;
  readonly epsilon: bigint; // wad
  readonly minCohort: bigint;
  readonly rows: readonly bigint[]; // of each device that may take part
}

/** A job that only has to be paid for. */
export interface Prepared {
  readonly choice: Choice;
  readonly task: Task;
  readonly digest: string; // of the task: the job's program
  readonly units: bigint; // if every device takes part for which a round has room, those with most records
  readonly noise: Noise; // likewise
}

export type Prepare = (params: PrepareParams) => Prepared;

/**
 * What prepares orders of a program: the task with what it will take.
 * @throws (what it gives) TaskError InvalidTask, ReduceError CohortTooSmall, CohortTooHostile, OutOfRange: devices would
 *   refuse it
 */
export async function prepareOf(word: Choice["word"]): Promise<Prepare> {
  const build = await buildOf(word);
  return ({ choice, bound, gasPerRow, epsilon, minCohort, rows }) => {
    const { task } = build(choice, { bound, gasPerRow });
    const perRow = BigInt(task.gasPerRow);
    const most = epsilon === 0n ? rows.length : largestNoisyRoster(Number(minCohort));
    const taken = rows.toSorted((a, b) => (a > b ? -1 : 1)).slice(0, most);
    return {
      choice,
      task,
      digest: taskDigest(task),
      units: taken.reduce((sum, one) => sum + unitsUp(one, perRow), 0n),
      noise: noiseOf({ job: { epsilon, minCohort }, task, devices: taken.length }),
    };
  };
}
