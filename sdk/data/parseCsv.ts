import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { alignRows } from "./alignRows.ts";
import { DataError } from "./DataError.ts";
import { checkNames } from "./fieldNames.ts";
import { checkCell, checkCharacters, checkRecords, DEFAULT_LIMITS, type Limits } from "./limits.ts";
import type { Field, Table } from "./table.ts";

export interface CsvOptions {
  readonly fields?: readonly Field[]; // declared fields; inferred if absent
  readonly delimiter?: "," | ";" | "\t" | "|";
  readonly nullTokens?: readonly string[]; // texts that mean "missing"; the empty cell unless told otherwise
  readonly limits?: Limits;
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads RFC 4180 comma-separated values whose first line names the fields. */
export function parseCsv(text: string, options: CsvOptions = {}): Table {
  const { fields, delimiter = ",", nullTokens = [""], limits = DEFAULT_LIMITS } = options;
  checkCharacters(text, limits);
  const [header, ...records] = readRecords(text, delimiter, limits);
  if (header === undefined) throw new DataError("NoRecords", "the file is empty", "Add a header and records");
  checkRecords(records.length, limits);
  const names = checkNames(header.record, limits, { line: header.info.lines });
  const missing = new Set(nullTokens);
  const rows = records.map(({ record, info }) => {
    if (record.length !== names.length) throw wrongWidth(record.length, names.length, info.lines);
    return record.map((cell, column) => {
      checkCell(cell, names[column] as string, limits, { line: info.lines });
      return missing.has(cell.trim()) ? null : cell;
    });
  });
  return alignRows(names, rows, fields);
}

function readRecords(text: string, delimiter: string, limits: Limits): readonly CsvRecord[] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      info: true,
      relaxColumnCount: true, // the width is checked here, with a better message
      skipEmptyLines: true,
      to: limits.records + 2, // the header and one too many
    }) as unknown as readonly CsvRecord[];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw misquoted(cause, text);
  }
}

function misquoted(cause: CsvError, text: string): DataError {
  const open = cause.code === "CSV_QUOTE_NOT_CLOSED";
  return new DataError(
    "Malformed",
    open ? "a quotation mark in this record is never closed" : "a quotation mark is misplaced",
    'Close every quoted value, and write a quotation mark inside one twice ("")',
    { line: open ? lineAt(text, Number(cause.bytes)) : Number(cause.lines) },
  );
}

/** Line of a position counted in bytes of UTF-8. */
function lineAt(text: string, bytes: number): number {
  const newlines = new TextEncoder()
    .encode(text)
    .subarray(0, bytes)
    .filter((byte) => byte === 10);
  return newlines.length + 1;
}

function wrongWidth(have: number, need: number, line: number): DataError {
  return new DataError(
    "WrongWidth",
    `${have} values where the header names ${need} fields`,
    "Add the missing separators, or quote values that contain one",
    { line },
  );
}
