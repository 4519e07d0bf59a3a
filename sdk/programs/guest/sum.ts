import { numbersIn, type Row, toFixed } from "./rows.ts";

export interface Params {
  readonly field: string;
  readonly scale: number; // parts of a unit that count
}

/** [sum in 1/scale, numbers added] */
export function map(rows: readonly Row[], { field, scale }: Params): number[] {
  const numbers = numbersIn(rows, field);
  let sum = 0;
  for (const number of numbers) sum += toFixed(number, scale);
  return [sum, numbers.length];
}
