import type { Dataset } from "#sdk/types/Dataset.ts";
import type { Fact } from "../output/Outcome.ts";

/** Where a dataset's contracts are. */
export const datasetFacts = ({ token, pair, pool }: Dataset): readonly Fact[] => [
  ["token", token],
  ["pair", pair],
  ["pool", pool],
];
