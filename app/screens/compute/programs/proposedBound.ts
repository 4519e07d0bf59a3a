import type { ParamValue } from "./paramsOf.ts";
import type { ReadyWord } from "./ReadyMade.ts";

export interface BoundParams {
  readonly word: ReadyWord;
  readonly values: Readonly<Record<string, ParamValue>>;
  readonly rows: bigint; // of the provider that has most
  readonly largest: number; // number to expect in a field
}

/** How far a model's scaled features, and its weights, usually are from zero. */
const USUAL = 2;
const MOST = 2n ** 53n;

/**
 * What one provider honestly contributes to a coordinate at most: the bound to propose. A smaller one cuts honest
 * answers, a larger one only adds noise.
 */
export function proposedBound({ word, values, rows, largest }: BoundParams): bigint {
  const bound = rows * BigInt(Math.ceil(perRow(word, Number(values.scale ?? 1), largest)));
  if (bound < 1n) return 1n;
  return bound < MOST ? bound : MOST;
}

/** Of one record, at least 1: coordinates that count records have the same bound. */
function perRow(word: ReadyWord, scale: number, largest: number): number {
  switch (word) {
    case "count":
    case "histogram":
    case "quantiles":
      return 1;
    case "sum":
    case "mean":
    case "groupBy":
      return Math.max(1, scale * largest);
    case "linearRegression":
      return Math.max(1, scale * USUAL ** 2);
    case "logisticRegression":
      return Math.max(1, scale * USUAL);
  }
}
