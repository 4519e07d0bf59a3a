import { toUtf8Bytes } from "ethers";
import * as programs from "#sdk/programs/index.ts";
import type { ReadyProgram, Terms } from "#sdk/programs/ReadyProgram.ts";
import { createTask } from "#sdk/task/createTask.ts";
import type { JsonValue } from "#sdk/task/Task.ts";
import type { ParamValue } from "../programs/paramsOf.ts";
import type { ReadyWord } from "../programs/ReadyMade.ts";

/** A ready-made program with what it is told. */
export interface ReadyChoice {
  readonly word: ReadyWord;
  readonly values: Readonly<Record<string, ParamValue>>;
}

/** A program of the consumer's own. */
export interface OwnChoice {
  readonly word: "own";
  readonly source: string;
  readonly params: JsonValue;
  readonly fields: readonly string[]; // none: all
  readonly length: number; // whole numbers in its answer
}

export type Choice = ReadyChoice | OwnChoice;

export interface BuildTerms {
  readonly bound: bigint;
  readonly gasPerRow?: bigint; // by default what a ready-made program usually takes
}

const OWN_GAS = 400_000n; // a row: what a program of a few lines takes at most

/** Programs by their words. What they are told was read by `paramsOf`, which knows what each of them takes. */
const BUILDERS = programs as unknown as Readonly<Record<ReadyWord, (params: object) => ReadyProgram<unknown>>>;

/**
 * The task and the program of what was chosen, and how to read its answer.
 * @throws TaskError InvalidTask, naming what devices would refuse
 */
export function build(choice: Choice, { bound, gasPerRow }: BuildTerms): ReadyProgram<unknown> {
  if (choice.word !== "own") {
    const terms: Terms = { bound, ...(gasPerRow !== undefined && { gasPerRow }) };
    return BUILDERS[choice.word]({ ...choice.values, ...terms });
  }
  const { source, params, fields, length } = choice;
  const program = toUtf8Bytes(source);
  const task = createTask({
    kind: "javascript",
    program,
    params,
    ...(fields.length > 0 && { fields }),
    gasPerRow: gasPerRow ?? OWN_GAS,
    length,
    bound,
  });
  return { program, task, read: (sum) => sum };
}
