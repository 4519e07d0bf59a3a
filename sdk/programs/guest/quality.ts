import { assessQuality, type QualityOptions } from "../../data/assessQuality.ts";
import type { Field } from "../../data/table.ts";
import type { Row } from "./rows.ts";

export interface Params {
  readonly fields: readonly Field[]; // as the dataset declares them
  readonly options: QualityOptions;
}

/** What is not measured because no field is a date. */
const ABSENT = -1;

/** [quality, conformance, completeness, uniqueness, freshness or -1] in basis points: assessQuality itself, metered. */
export function map(rows: readonly Row[], { fields, options }: Params): number[] {
  const cells = rows.map((row) => fields.map(({ name }) => row[name] ?? null));
  const { quality, parts } = assessQuality(cells, fields, options);
  return [quality, parts.conformance, parts.completeness, parts.uniqueness, parts.freshness ?? ABSENT];
}
