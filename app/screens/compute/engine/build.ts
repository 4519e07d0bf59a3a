import { toUtf8Bytes } from "ethers";
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

/** Puts the task and the program of what was chosen together, with how to read its answer. */
export type Build<C extends Choice = Choice> = (choice: C, terms: BuildTerms) => ReadyProgram<unknown>;

type Maker = (params: object) => ReadyProgram<unknown>;

/** Each loads its program alone. What they are told was read by `paramsOf`, which knows what each of them takes. */
const MAKERS: Readonly<Record<ReadyWord, () => Promise<unknown>>> = {
  count: async () => (await import("#sdk/programs/count.ts")).count,
  groupBy: async () => (await import("#sdk/programs/groupBy.ts")).groupBy,
  histogram: async () => (await import("#sdk/programs/histogram.ts")).histogram,
  linearRegression: async () => (await import("#sdk/programs/linearRegression.ts")).linearRegression,
  logisticRegression: async () => (await import("#sdk/programs/logisticRegression.ts")).logisticRegression,
  mean: async () => (await import("#sdk/programs/mean.ts")).mean,
  quantiles: async () => (await import("#sdk/programs/quantiles.ts")).quantiles,
  sum: async () => (await import("#sdk/programs/sum.ts")).sum,
};

/**
 * What builds jobs of a program.
 * @throws (what it gives) TaskError InvalidTask, naming what devices would refuse
 */
export async function buildOf(word: Choice["word"]): Promise<Build> {
  if (word === "own") return buildOwn as Build;
  const make = (await MAKERS[word]()) as Maker;
  const build: Build<ReadyChoice> = ({ values }, { bound, gasPerRow }) => {
    const terms: Terms = { bound, ...(gasPerRow !== undefined && { gasPerRow }) };
    return make({ ...values, ...terms });
  };
  return build as Build;
}

function buildOwn(choice: OwnChoice, { bound, gasPerRow }: BuildTerms): ReadyProgram<unknown> {
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
