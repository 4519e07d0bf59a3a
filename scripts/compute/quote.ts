import { MaxUint256 } from "ethers";
import { quote } from "#sdk/actions/compute/quote.ts";
import { formatBps } from "#sdk/format/formatBps.ts";
import { taskDigest } from "#sdk/task/taskDigest.ts";
import { unitsUp } from "#sdk/task/unitsUp.ts";
import { amount } from "../input/amount.ts";
import { badInput } from "../input/badInput.ts";
import { count } from "../input/count.ts";
import type { Fact } from "../output/Outcome.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool, type PoolSession } from "../tasks/openPool.ts";
import { measureTask, wasteBps } from "./measureTask.ts";
import { type SampleArgs, sampleOf } from "./sampleOf.ts";
import { readTask } from "./TaskFile.ts";

interface QuoteArgs extends SampleArgs {
  readonly dataset: string;
  readonly units: string | undefined;
  readonly task: string | undefined;
  readonly rows: string | undefined;
  readonly fee: string;
}

const quoteJob: Action<QuoteArgs> = async (args, context) => {
  const session = await openPool(context, args.dataset);
  const { client, pool, alita, dataset } = session;
  const task = args.task === undefined ? undefined : await quoteTask(session, args.task, args);
  const params = { pool, maxUnits: unitsOf(args, task?.gasPerRow), coordinatorFee: amount(args.fee, "fee", alita) };
  const cost = await quote(client, params);
  const alone =
    cost.baseAlone === MaxUint256 ? "not possible: the market has too little" : units(cost.baseAlone, alita);
  return {
    title: `${params.maxUnits} compute units on ${dataset.symbol}`,
    facts: [
      ...(task?.facts ?? []),
      ["work", units(cost.work, alita)],
      ["coordinator", units(cost.fee, alita)],
      ["data", `${units(cost.data, dataset.money)}, of which ${units(cost.burn, dataset.money)} are burned`],
      ["or all in ALITA", alone],
      ["providers", cost.cohort.toString()],
      ["takes jobs", cost.open ? "yes" : "no"],
    ],
    data: { dataset: dataset.token, ...params, ...cost, ...(task === undefined ? {} : { task: task.data }) },
  };
};

interface TaskQuote {
  readonly gasPerRow: bigint;
  readonly facts: readonly Fact[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a task asks for a row, and if there is something to measure it on, what a row takes. */
async function quoteTask(session: PoolSession, path: string, args: SampleArgs): Promise<TaskQuote> {
  const { task, program } = readTask(path, "task");
  const [digest, gasPerRow] = [taskDigest(task), BigInt(task.gasPerRow)];
  const facts: readonly Fact[] = [
    ["task", digest],
    ["gas a row", task.gasPerRow],
  ];
  const sample = await sampleOf(session, session.dataset, args);
  if (sample === undefined) return { gasPerRow, facts, data: { digest, gasPerRow } };
  const measured = await measureTask(task, program, sample);
  const waste = wasteBps(measured.gas, BigInt(measured.rows) * gasPerRow);
  const isEnough = measured.gas <= BigInt(measured.rows) * gasPerRow;
  const words: readonly Fact[] = [
    ["measured", `${measured.gas} gas over ${measured.rows} rows`],
    ["waste", isEnough ? formatBps(waste) : "none: rows like these would fail at this price"],
    ["proposed", `${measured.proposed} gas a row, waste ${formatBps(measured.wasteBps)}`],
  ];
  return { gasPerRow, facts: [...facts, ...words], data: { digest, gasPerRow, measured, wasteBps: waste, isEnough } };
}

function unitsOf({ units: text, rows }: QuoteArgs, gasPerRow: bigint | undefined): bigint {
  if (text !== undefined) return count(text, "units");
  if (rows !== undefined && gasPerRow !== undefined) return unitsUp(count(rows, "rows"), gasPerRow);
  throw badInput("Neither --units nor --task with --rows is given", "Say how much is to be computed");
}

export default quoteJob;
