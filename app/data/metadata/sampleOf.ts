import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { safeText } from "../words/safeText.ts";

/** Some records that the maker published. */
export interface Sample {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const MOST_ROWS = 20;
const MOST_COLUMNS = 32;

/**
 * The records that a document shows of its first record set: Croissant's `examples`, else its inline `data`, either with
 * their prefix or without. Undefined: it shows none.
 */
export function sampleOf({ recordSet }: DatasetDocument): Sample | undefined {
  const records = (Array.isArray(recordSet) ? recordSet[0] : recordSet) as
    Readonly<Record<string, unknown>> | undefined;
  const shown = records?.examples ?? records?.["cr:examples"] ?? records?.data ?? records?.["cr:data"];
  const rows = (Array.isArray(shown) ? shown : [shown]).filter(isRecord).slice(0, MOST_ROWS);
  if (rows.length === 0) return undefined;
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))].slice(0, MOST_COLUMNS);
  return {
    names: keys.map((key) => safeText(key.replace(/^.*\//, ""), 60)),
    rows: rows.map((row) => keys.map((key) => cellOf(row[key]))),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return safeText(typeof value === "object" ? JSON.stringify(value) : String(value), 80);
}
