import type { Row } from "./rows.ts";

/** A field as a model reads it: less what is about its middle, over what is about its spread. Both are public guesses. */
export interface Feature {
  readonly field: string;
  readonly center: number;
  readonly spread: number;
}

/** How many spreads from its center a value counts at most: no single record can turn a model. */
const MOST = 8;

/** 1 and the scaled features of a record, or undefined if one of them is missing. */
export function inputsOf(row: Row, features: readonly Feature[]): number[] | undefined {
  const inputs = [1];
  for (const { field, center, spread } of features) {
    const cell = row[field];
    if (typeof cell !== "number") return undefined;
    inputs.push(Math.min(Math.max((cell - center) / spread, -MOST), MOST));
  }
  return inputs;
}
