import { readFileSync, writeFileSync } from "node:fs";
import { extname, resolve } from "node:path";
import { createTask, type TaskParams } from "#sdk/task/createTask.ts";
import type { JsonValue } from "#sdk/task/Task.ts";
import { taskDigest } from "#sdk/task/taskDigest.ts";
import { formatBps } from "#sdk/format/formatBps.ts";
import { badInput } from "../input/badInput.ts";
import { count } from "../input/count.ts";
import { list } from "../input/list.ts";
import type { Fact } from "../output/Outcome.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { type Measured, measureTask, type Sample } from "./measureTask.ts";
import { type SampleArgs, sampleOf } from "./sampleOf.ts";
import { shipProgram } from "./shipProgram.ts";
import { type TaskFile, taskText } from "./TaskFile.ts";

interface TaskArgs extends SampleArgs {
  readonly dataset: string;
  readonly program: string;
  readonly params: string;
  readonly fields: string | undefined;
  readonly outputLength: string;
  readonly bound: string;
  readonly gasPerRow: string | undefined;
  readonly batchRows: string;
  readonly out: string;
}

const prepareTask: Action<TaskArgs> = async (args, context) => {
  const session = await openPool(context, args.dataset);
  const sample = await sampleOf(session, session.dataset, args);
  const params = await paramsOf(args);
  const { file, measured } = await priced(params, sample, args.gasPerRow);
  if (!context.dryRun) writeFileSync(args.out, taskText(file));
  const digest = taskDigest(file.task);
  const facts: readonly Fact[] = [
    ["digest", digest],
    ["program", `${file.program.length} bytes, ${file.task.program.digest}`],
    ["gas a row", file.task.gasPerRow],
    ...(measured === undefined ? [] : measuredFacts(measured)),
    ["written to", context.dryRun ? "nothing: this was a dry run" : args.out],
  ];
  return {
    title: `A task for ${session.dataset.symbol}`,
    facts,
    data: { digest, task: file.task, ...(measured === undefined ? {} : { measured }), dryRun: context.dryRun },
  };
};

const measuredFacts = ({ rows, gas, wasteBps }: Measured): readonly Fact[] => [
  ["measured", `${gas} gas over ${rows} rows`],
  ["waste", formatBps(wasteBps)],
];

type Unpriced = Omit<TaskParams, "gasPerRow">;

async function paramsOf(args: TaskArgs): Promise<Unpriced> {
  const isWasm = extname(args.program).toLowerCase() === ".wasm";
  return {
    kind: isWasm ? "wasm" : "javascript",
    program: isWasm ? readProgram(args.program) : await shipProgram(resolve(args.program)),
    params: paramsText(args.params),
    ...(args.fields === undefined ? {} : { fields: list(args.fields) }),
    batchRows: Number(count(args.batchRows, "batch-rows")),
    length: Number(count(args.outputLength, "output-length")),
    bound: count(args.bound, "bound"),
  };
}

function readProgram(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    throw badInput(`--program names ${path}, which cannot be read`, "Check the path");
  }
}

function paramsText(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw badInput("--params is not JSON", 'Write it in quotation marks, such as \'{"field":"wind"}\'');
  }
}

interface Priced {
  readonly file: TaskFile;
  readonly measured?: Measured;
}

/** The task at the price that was named, or at the one that a measurement proposes. */
async function priced(params: Unpriced, sample: Sample | undefined, price: string | undefined): Promise<Priced> {
  const at = (gasPerRow: bigint): TaskFile => ({ task: createTask({ ...params, gasPerRow }), program: params.program });
  if (sample === undefined) {
    if (price !== undefined) return { file: at(count(price, "gas-per-row")) };
    throw badInput(
      "There is nothing to measure the program on",
      "Name the dataset's description with --metadata, similar rows with --sample, or the price with --gas-per-row",
    );
  }
  const measured = await measureTask(at(1n).task, params.program, sample);
  return { file: at(price === undefined ? measured.proposed : count(price, "gas-per-row")), measured };
}

export default prepareTask;
