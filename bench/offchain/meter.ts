import { GAS_PER_UNIT, instantiateMetered, meter } from "../../sdk/meter/index.ts";
import type { Figure } from "./Figure.ts";
import { compileAssemblyScript } from "./compileAssemblyScript.ts";
import { TASKS, TASK_SOURCE } from "./meterTasks.ts";

const ROUNDS = 12;
const WARM_UP = 3; // rounds, until the engine has optimized everything
const GOAL = 1.25;

type Task = (typeof TASKS)[number];
type Program = Record<Task | "start" | "prepare", () => number>;

/** What metering costs: times of a task metered against the same task raw, in turns, the best round of each. */
export async function measureMeter(): Promise<readonly Figure[]> {
  const raw = await compileAssemblyScript(TASK_SOURCE);
  const metered = meter(raw);
  const plain = new WebAssembly.Instance(new WebAssembly.Module(raw)).exports as unknown as Program;
  const instance = instantiateMetered(metered, { gas: 10n ** 15n });
  const paying = instance.exports as unknown as Program;
  for (const program of [plain, paying]) {
    program.start();
    program.prepare();
  }
  const ratios = TASKS.map((task) => {
    const before = instance.gasLeft();
    if (plain[task]() !== paying[task]()) throw new Error(`${task} gives another result when it is metered`);
    const units = Number(before - instance.gasLeft()) / Number(GAS_PER_UNIT);
    return { task, units, ratio: ratioOf(plain[task], paying[task]) };
  });
  const mean = Math.exp(ratios.reduce((sum, { ratio }) => sum + Math.log(ratio), 0) / ratios.length);
  return [
    ...ratios.map(({ task, units, ratio }) => ({
      name: `meter: ${task} of 1e6 rows, metered / raw`,
      value: `${ratio.toFixed(2)} (${units.toFixed(0)} units)`,
    })),
    { name: "meter: mean of these", value: mean.toFixed(2), goal: `<= ${GOAL}`, met: mean <= GOAL },
    { name: "meter: size, metered / raw", value: (metered.length / raw.length).toFixed(2) },
  ];
}

function ratioOf(raw: () => number, metered: () => number): number {
  let [best, bestMetered] = [Infinity, Infinity];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const [time, timeMetered] = [millisecondsOf(raw), millisecondsOf(metered)];
    if (round < 0) continue;
    best = Math.min(best, time);
    bestMetered = Math.min(bestMetered, timeMetered);
  }
  return bestMetered / best;
}

function millisecondsOf(run: () => number): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
