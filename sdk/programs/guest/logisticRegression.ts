import { type Feature, inputsOf } from "./features.ts";
import { type Row, toFixed, zeros } from "./rows.ts";

export interface Params {
  readonly features: readonly Feature[];
  readonly label: string; // field that says whether a record is one of those looked for
  readonly positive: string; // its value if so, as text
  readonly weights: readonly number[]; // where this round begins, in 1/scale: of 1, x1, x2 ...
  readonly scale: number;
  readonly rate: number; // how far a step goes
  readonly steps: number; // over all records of a batch
}

interface Example {
  readonly inputs: readonly number[];
  readonly outcome: number; // 1 or 0
}

/** [records * weights after the steps, in 1/scale ..., records]: summed over all, the average by federated averaging. */
export function map(rows: readonly Row[], { features, label, positive, scale, ...params }: Params): number[] {
  const examples: Example[] = [];
  for (const row of rows) {
    const inputs = inputsOf(row, features);
    const cell = row[label];
    if (inputs === undefined || cell === null || cell === undefined) continue;
    examples.push({ inputs, outcome: String(cell) === positive ? 1 : 0 });
  }
  let weights = params.weights.map((weight) => weight / scale);
  const steps = examples.length === 0 ? 0 : params.steps;
  for (let step = 0; step < steps; step++) weights = descend(weights, examples, params.rate);
  return [...weights.map((weight) => toFixed(weight, scale) * examples.length), examples.length];
}

/** One step against the mean gradient of the log loss. */
function descend(weights: readonly number[], examples: readonly Example[], rate: number): number[] {
  const gradient = zeros(weights.length);
  for (const { inputs, outcome } of examples) {
    let sum = 0;
    for (let i = 0; i < inputs.length; i++) sum += (inputs[i] as number) * (weights[i] as number);
    const error = 1 / (1 + Math.exp(-sum)) - outcome;
    for (let i = 0; i < inputs.length; i++) gradient[i] = (gradient[i] as number) + error * (inputs[i] as number);
  }
  return weights.map((weight, index) => weight - (rate * (gradient[index] as number)) / examples.length);
}
