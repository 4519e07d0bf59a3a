import type { Param } from "./Param.ts";

export type ReadyWord =
  "mean" | "sum" | "count" | "histogram" | "quantiles" | "groupBy" | "linearRegression" | "logisticRegression";

/** A program that needs no programming: what it answers, and what it must be told. */
export interface ReadyMade {
  readonly word: ReadyWord;
  readonly name: string;
  readonly says: string;
  readonly params: readonly Param[];
}
