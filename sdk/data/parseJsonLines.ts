import { alignRows } from "./alignRows.ts";
import { DataError } from "./DataError.ts";
import { checkCharacters, checkRecords, DEFAULT_LIMITS } from "./limits.ts";
import { flattenRecord, type JsonOptions, recordsToRows } from "./jsonRecord.ts";
import type { Table } from "./table.ts";

/** Reads JSON Lines: one record per line, empty lines skipped. */
export function parseJsonLines(text: string, options: JsonOptions = {}): Table {
  const { limits = DEFAULT_LIMITS } = options;
  checkCharacters(text, limits);
  const records: ReadonlyMap<string, string | number | boolean | null>[] = [];
  text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (line.trim() === "") return;
      checkRecords(records.length + 1, limits);
      records.push(flattenRecord(readLine(line, index + 1), limits, { line: index + 1 }));
    });
  const { names, rows } = recordsToRows(records, limits);
  return alignRows(names, rows, options.fields);
}

function readLine(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DataError(
      "Malformed",
      "this line is not a JSON record",
      "Write one record per line, without commas between",
      {
        line,
      },
    );
  }
}
