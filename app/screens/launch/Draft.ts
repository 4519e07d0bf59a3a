import type { FieldType } from "#sdk/data/table.ts";
import { TERMS, type TermName } from "./TERMS.ts";

/** A column that records of the dataset carry, as it is being typed. */
export interface DraftField {
  readonly name: string;
  readonly type: FieldType;
  readonly nullable: boolean;
  readonly description: string;
}

/** A launch as far as it has been typed. */
export interface Draft {
  readonly name: string;
  readonly symbol: string;
  readonly description: string;
  readonly license: string; // URL or SPDX identifier
  readonly creatorType: "Person" | "Organization";
  readonly creatorName: string;
  readonly keywords: string; // separated by commas
  readonly version: string;
  readonly fields: readonly DraftField[];
  readonly requirements: string; // one a line, like the next two
  readonly usageScenarios: string;
  readonly potentialCustomers: string;
  readonly terms: Readonly<Record<TermName, string>>;
  readonly rewardInBase: boolean;
  readonly staking: boolean;
  readonly listed: boolean;
  readonly attesters: readonly string[];
  readonly threshold: string; // empty: more than half
  readonly gate: string; // empty: everybody may contribute
  readonly arbiter: string; // empty: the attesters rule
}

export const EMPTY_FIELD: DraftField = { name: "", type: "text", nullable: false, description: "" };

const initials = Object.entries(TERMS).map(([name, { initial }]) => [name, initial]);

export const EMPTY_DRAFT: Draft = {
  name: "",
  symbol: "",
  description: "",
  license: "CC-BY-4.0",
  creatorType: "Person",
  creatorName: "",
  keywords: "",
  version: "1.0.0",
  fields: [EMPTY_FIELD],
  requirements: "",
  usageScenarios: "",
  potentialCustomers: "",
  terms: Object.fromEntries(initials) as Record<TermName, string>,
  rewardInBase: false,
  staking: true,
  listed: true,
  attesters: [],
  threshold: "",
  gate: "",
  arbiter: "",
};

/** The words of a list that was typed with something between them. */
export const listOf = (text: string, separator: "," | "\n"): readonly string[] =>
  text
    .split(separator)
    .map((word) => word.trim())
    .filter(Boolean);
