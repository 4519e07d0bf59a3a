import type { Table } from "#sdk/data/table.ts";
import {
  count,
  groupBy,
  histogram,
  linearRegression,
  logisticRegression,
  quality,
  type ReadyProgram,
  sum,
} from "#sdk/programs/index.ts";
import { checkTask, createSandbox, runTask, type Sandbox, type TaskRun } from "../../services/shared/sandbox/index.ts";
import { realTable } from "../similarity/realTables.ts";
import type { Figure } from "./Figure.ts";

const BOUND = 2n ** 50n;
const FEW = 5; // rows
const ROUNDS = 20; // the best of them counts

const low = { field: "temp_min", center: 8, spread: 5 };
const wind = { field: "wind", center: 3, spread: 1.5 };
const rain = { field: "precipitation", center: 3, spread: 7 };
const high = { field: "temp_max", center: 16, spread: 7 };

/** Each ready-made program over daily weather. */
const programs = ({ fields, rows }: Table): Readonly<Record<string, ReadyProgram<unknown>>> => {
  const line = { target: high, scale: 1e6, bound: BOUND };
  const days = { label: "weather", positive: "rain", scale: 1e6, rate: 1, bound: BOUND };
  return {
    count: count({ field: "weather", bound: BOUND }),
    sum: sum({ field: "temp_max", scale: 10, bound: BOUND }),
    "histogram of 20 bins": histogram({ field: "temp_max", from: -10, to: 40, bins: 20, bound: BOUND }),
    "groupBy of 3 groups": groupBy({
      key: "weather",
      groups: ["rain", "snow"],
      value: "temp_max",
      scale: 10,
      bound: BOUND,
    }),
    "linearRegression of 1 feature": linearRegression({ features: [low], ...line }),
    "linearRegression of 3 features": linearRegression({ features: [low, wind, rain], ...line }),
    "logisticRegression of 1 feature, 1 step": logisticRegression({ features: [low], steps: 1, ...days }),
    "logisticRegression of 2 features, 5 steps": logisticRegression({ features: [low, wind], steps: 5, ...days }),
    [`quality of ${fields.length} fields`]: quality({ fields, options: { now: 1_500_000_000 }, records: rows.length }),
  };
};

/** What it takes to run a stranger's program: the process, the script, a batch, and what each ready-made one uses. */
export async function measureSandbox(): Promise<readonly Figure[]> {
  const table = realTable("seattle-weather.csv");
  const sandbox = createSandbox({ workers: 1 });
  try {
    const started = await millisecondsOf(sandbox.start);
    const { task, program } = sum({ field: "temp_max", scale: 10, bound: BOUND });
    const loaded = await millisecondsOf(() => checkTask(sandbox, { task, program, fields: table.fields }));
    const few = { task, program, fields: table.fields, rows: table.rows.slice(0, FEW) };
    const batch = await bestOf(() => runTask(sandbox, few));
    return [
      { name: "sandbox: a process starts", value: `${started.toFixed(0)} ms` },
      { name: "sandbox: a script is loaded the first time", value: `${loaded.toFixed(0)} ms` },
      { name: `sandbox: a batch of ${FEW} rows, there and back`, value: `${batch.toFixed(1)} ms` },
      ...(await usedBy(sandbox, table)),
    ];
  } finally {
    await sandbox.stop();
  }
}

async function usedBy(sandbox: Sandbox, { fields, rows }: Table): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [name, { task, program }] of Object.entries(programs({ fields, rows }))) {
    let run: TaskRun | undefined;
    const time = await bestOf(async () => {
      run = await runTask(sandbox, { task, program, fields, rows });
    });
    const gas = (run?.batches ?? []).reduce((all, one) => all + one.gas, 0n) / BigInt(rows.length);
    figures.push({
      name: `sandbox: ${name}, ${rows.length.toLocaleString("en-US")} rows`,
      value: `${gas.toLocaleString("en-US")} gas a row, ${time.toFixed(0)} ms`,
      goal: `<= ${BigInt(task.gasPerRow).toLocaleString("en-US")} gas, its price`,
      met: run?.batches.every(({ ok }) => ok) === true && gas <= BigInt(task.gasPerRow),
    });
  }
  return figures;
}

async function bestOf(work: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) best = Math.min(best, await millisecondsOf(work));
  return best;
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
