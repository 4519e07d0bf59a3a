import { inputsOf } from "./guest/features.ts";
import type { Params } from "./guest/logisticRegression.ts";
import type { Row } from "./guest/rows.ts";
import { ready, type ReadyProgram, type Terms } from "./ReadyProgram.ts";
import { SCRIPT } from "./scripts/logisticRegression.ts";

export interface LogisticParams extends Omit<Params, "weights">, Terms {
  readonly weights?: readonly number[]; // that the last round gave; zeros before the first
}

export interface LogisticRound {
  readonly weights: readonly number[]; // for the next round, in 1/scale: of 1 and of each feature
  readonly count: number; // records that had all fields
}

/** Gas of one weight in one step. */
const EFFORT = 10_000n;

/**
 * One round of federated averaging: every device takes some steps from the weights that all share, and the average of
 * where they come to, by their records, is what the next round begins with. Each round is a job of its own.
 */
export function logisticRegression({ weights, ...given }: LogisticParams): ReadyProgram<LogisticRound> {
  const { features, label, positive, scale, rate, steps, ...terms } = given;
  const before = weights ?? [0, ...features.map(() => 0)];
  const params: Params = { features, label, positive, weights: before, scale, rate, steps };
  const fields = [...features.map(({ field }) => field), label];
  const read = (sums: readonly bigint[]): LogisticRound => {
    const count = Number(sums.at(-1));
    const average = sums.slice(0, -1).map((sum) => Math.round(Number(sum) / count));
    return { weights: count > 0 ? average : before, count };
  };
  const effort = EFFORT * BigInt(before.length * steps);
  return ready({ script: SCRIPT, fields, params, length: before.length + 1, effort, terms, read });
}

/** The model's probability that a record is one of those looked for; undefined if a feature is missing. */
export function probabilityOf(
  { features, scale }: Pick<Params, "features" | "scale">,
  weights: readonly number[],
  row: Row,
): number | undefined {
  const inputs = inputsOf(row, features);
  if (inputs === undefined) return undefined;
  const sum = inputs.reduce((all, input, index) => all + (input * (weights[index] ?? 0)) / scale, 0);
  return 1 / (1 + Math.exp(-sum));
}
