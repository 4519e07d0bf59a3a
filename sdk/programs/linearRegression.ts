import type { Params } from "./guest/linearRegression.ts";
import { ready, type ReadyProgram, type Terms } from "./ReadyProgram.ts";
import { solve } from "./solve.ts";
import { SCRIPT } from "./scripts/linearRegression.ts";

/** A linear model in the fields' own units: target = intercept + sum of coefficient * feature. */
export interface LinearModel {
  readonly intercept: number;
  readonly coefficients: readonly number[]; // in the order of the features
  readonly count: number; // records that had all fields
}

/** Gas of one product. */
const EFFORT = 10_000n;

/** Least squares over all records of all providers at once: the devices answer with their part of the equations. */
export function linearRegression({ features, target, scale, ...terms }: Params & Terms): ReadyProgram<LinearModel> {
  const params: Params = { features, target, scale };
  const width = features.length + 1;
  const length = (width * (width + 1)) / 2 + width;
  const fields = [...features, target].map(({ field }) => field);
  const read = (sums: readonly bigint[]): LinearModel => {
    const [first = 0, ...scaled] = solve(equationsOf(sums, width));
    const coefficients = scaled.map((weight, index) => (weight * target.spread) / (features[index]?.spread ?? 1));
    const shift = coefficients.reduce((sum, weight, index) => sum + weight * (features[index]?.center ?? 0), 0);
    return { intercept: target.center + first * target.spread - shift, coefficients, count: Number(sums[0]) / scale };
  };
  return ready({ script: SCRIPT, fields, params, length, effort: EFFORT * BigInt(length), terms, read });
}

/** The upper triangle mirrored, with the right side at the end of each row. The scale divides out. */
function equationsOf(sums: readonly bigint[], width: number): readonly (readonly number[])[] {
  const right = (width * (width + 1)) / 2;
  const place = (row: number, column: number) => row * width - (row * (row - 1)) / 2 + column - row;
  return Array.from({ length: width }, (_, row) => [
    ...Array.from({ length: width }, (__, column) => Number(sums[place(Math.min(row, column), Math.max(row, column))])),
    Number(sums[right + row]),
  ]);
}
