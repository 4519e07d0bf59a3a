import { TaskError } from "../task/TaskError.ts";

/** Solves a symmetric system of linear equations, given as rows with the right side at their end. */
export function solve(equations: readonly (readonly number[])[]): readonly number[] {
  const rows = equations.map((row) => [...row]);
  const size = rows.length;
  for (let step = 0; step < size; step++) {
    exchange(rows, step);
    const pivot = rows[step] as number[];
    for (let below = step + 1; below < size; below++) eliminate(rows[below] as number[], pivot, step);
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let step = size - 1; step >= 0; step--) {
    const row = rows[step] as number[];
    const known = solution.reduce(
      (sum, value, index) => (index > step ? sum + value * (row[index] as number) : sum),
      0,
    );
    solution[step] = ((row[size] as number) - known) / (row[step] as number);
  }
  return solution;
}

/** Below this share of the largest entry a pivot is nothing but rounding. */
const NOTHING = 1e-12;

/** Brings the row with the largest entry of this column up. */
function exchange(rows: number[][], step: number): void {
  const size = (row: readonly number[] | undefined) => Math.abs(row?.[step] ?? 0);
  let best = step;
  for (let row = step + 1; row < rows.length; row++) if (size(rows[row]) > size(rows[best])) best = row;
  const largest = Math.max(...rows.flat().map(Math.abs));
  if (size(rows[best]) <= NOTHING * largest) {
    throw new TaskError(
      "Unsolvable",
      "the sums do not determine a model",
      "Leave out features that follow from others",
    );
  }
  [rows[step], rows[best]] = [rows[best] as number[], rows[step] as number[]];
}

function eliminate(row: number[], pivot: readonly number[], column: number): void {
  const factor = (row[column] as number) / (pivot[column] as number);
  pivot.forEach((value, index) => (row[index] = (row[index] as number) - factor * value));
}
