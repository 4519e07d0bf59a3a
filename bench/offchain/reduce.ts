import { createDiscreteGaussian } from "../../sdk/reduce/index.ts";
import type { Figure } from "./Figure.ts";
import { type Costs, oneOf, playRound } from "./reduceRound.ts";

const SIZE = 100;
const LENGTH = 1_000;
const DROPPED = 13;
const ROUNDS = 4; // the best of them counts: the first is for the engine to optimize
const SIZES = [100, 1_000, 10_000];
const GOAL_MS = 10;
const GOAL_BYTES = 15_000;
const VARIANCE = { numerator: 10n ** 6n, denominator: 1n };

/** What a secure sum costs a device, and the coordinator; and how a device's part grows with the cohort. */
export async function measureReduce(): Promise<readonly Figure[]> {
  const rounds: Awaited<ReturnType<typeof playRound>>[] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await playRound({ size: SIZE, length: LENGTH, dropped: DROPPED }));
  const { device, unmaskMs, degree } = rounds.toSorted((a, b) => a.device.ms - b.device.ms)[0]!;
  const exact = rounds.every((round) => round.exact);
  const name = `reduce: ${SIZE} devices, ${LENGTH} coordinates, ${DROPPED} dropped`;
  return [
    { name: `${name}: exact sum`, value: exact ? "yes" : "no", goal: "yes", met: exact },
    {
      name: `${name}: a device's time`,
      value: ms(device),
      goal: `<= ${GOAL_MS} ms`,
      met: device.ms <= GOAL_MS,
    },
    {
      name: `${name}: a device sends`,
      value: `${kilobytes(device)} (${degree} neighbours)`,
      goal: `<= ${GOAL_BYTES / 1_000} KB`,
      met: device.bytes <= GOAL_BYTES,
    },
    { name: `${name}: the coordinator unmasks in`, value: `${unmaskMs.toFixed(0)} ms` },
    { name: `reduce: noise for ${LENGTH} coordinates`, value: `${noiseMs().toFixed(1)} ms` },
    ...(await growth()),
  ];
}

/** Ten times the devices must cost one of them no more than one more step of a logarithm: half as much again. */
async function growth(): Promise<readonly Figure[]> {
  const costs: (Costs & { readonly degree: number })[] = [];
  for (const size of SIZES) costs.push(await oneOf({ size, length: LENGTH }));
  const [tenThousand, thousand] = costs.toReversed();
  const ratio = tenThousand!.bytes / thousand!.bytes;
  return [
    ...costs.map((cost, i) => ({
      name: `reduce: one of ${SIZES[i]} devices`,
      value: `${ms(cost)}, ${kilobytes(cost)} (${cost.degree} neighbours)`,
    })),
    {
      name: "reduce: bytes of one of 10000 / one of 1000",
      value: ratio.toFixed(2),
      goal: "<= 1.5",
      met: ratio <= 1.5,
    },
  ];
}

function noiseMs(): number {
  const sample = createDiscreteGaussian(VARIANCE);
  const draw = () => {
    const start = performance.now();
    for (let i = 0; i < LENGTH; i++) sample();
    return performance.now() - start;
  };
  return Math.min(...Array.from({ length: 10 }, draw));
}

const ms = (cost: Costs): string => `${cost.ms.toFixed(1)} ms`;
const kilobytes = (cost: Costs): string => `${(cost.bytes / 1_000).toFixed(1)} KB`;
