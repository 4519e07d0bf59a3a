import { alignRows } from "./alignRows.ts";
import { DataError } from "./DataError.ts";
import { checkCharacters, checkRecords, DEFAULT_LIMITS } from "./limits.ts";
import { flattenRecord, type JsonOptions, recordsToRows } from "./jsonRecord.ts";
import type { Table } from "./table.ts";

/** Reads a JSON array of records. Nested objects become fields with dotted names (`address.city`). */
export function parseJson(text: string, options: JsonOptions = {}): Table {
  const { limits = DEFAULT_LIMITS } = options;
  checkCharacters(text, limits);
  const parsed = readJson(text);
  if (!Array.isArray(parsed)) {
    throw new DataError("NotARecord", "the file is not a JSON array", "Put the records between [ and ]");
  }
  checkRecords(parsed.length, limits);
  const records = parsed.map((record, index) => flattenRecord(record, limits, { record: index + 1 }));
  const { names, rows } = recordsToRows(records, limits);
  return alignRows(names, rows, options.fields);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    const line = /line (\d+)/.exec((cause as Error).message)?.[1];
    throw new DataError(
      "Malformed",
      "the file is not JSON",
      "Look for a missing comma, quotation mark or bracket",
      line === undefined ? {} : { line: Number(line) },
    );
  }
}
