import { DataError } from "./DataError.ts";
import { normalizeName } from "./fieldNames.ts";
import { inferFields } from "./inferFields.ts";
import type { Cell, Field, Row, Table } from "./table.ts";

/**
 * Rows under the declared fields, in the order of the declaration: undeclared columns are dropped, and a text that
 * should have been a number or a boolean becomes one if it can. What does not fit stays as it is, for the quality
 * measure to count. Without a declaration the fields are inferred.
 */
export function alignRows(names: readonly string[], raw: readonly Row[], declared?: readonly Field[]): Table {
  if (raw.length === 0) throw new DataError("NoRecords", "there is no record", "Add at least one record");
  if (declared === undefined) {
    const typed = names.map((_, column) => narrowColumn(raw.map((row) => row[column] ?? null)));
    const rows = raw.map((_, index) => typed.map((column) => column[index] ?? null));
    const fields = inferFields(names, rows);
    return {
      fields,
      rows: rows.map((row) => row.map((cell, column) => fit(cell, fields[column] as Field))),
    };
  }
  const columns = new Map(names.map((name, column) => [normalizeName(name), column]));
  const sources = declared.map((field) => columns.get(normalizeName(field.name)) ?? -1);
  if (sources.every((source) => source === -1)) {
    throw new DataError(
      "UndeclaredField",
      `no column carries a declared name (found ${names.map((name) => `"${name}"`).join(", ")})`,
      `Use the declared names: ${declared.map(({ name }) => `"${name}"`).join(", ")}`,
    );
  }
  const rows = raw.map((row) =>
    declared.map((field, target) => {
      const source = sources[target] as number;
      return source === -1 ? null : fit(row[source] ?? null, field);
    }),
  );
  return { fields: declared, rows };
}

/** JSON's own number form, so that "007" and "+1" stay the texts they are. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** The number that a text is in JSON's own form; undefined for any other, and where a double would not hold it exactly. */
function textToNumber(text: string): number | undefined {
  if (!NUMBER.test(text)) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) return undefined;
  // an identifier longer than a double can hold would change: it stays a text
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? undefined : value;
}

const BOOLEANS = new Map([
  ["true", true],
  ["false", false],
]);

/** A column of texts becomes numbers or booleans only if all of it does. */
function narrowColumn(cells: readonly Cell[]): readonly Cell[] {
  for (const read of [textToNumber, (text: string) => BOOLEANS.get(text.toLowerCase())]) {
    const narrowed = cells.map((cell) => (typeof cell === "string" ? read(cell.trim()) : cell));
    if (!narrowed.includes(undefined)) return narrowed as readonly Cell[];
  }
  return cells;
}

function fit(cell: Cell, field: Field): Cell {
  if (cell === null) return null;
  if (field.type === "text") return typeof cell === "string" ? cell : String(cell);
  if (typeof cell !== "string") return cell;
  const text = cell.trim();
  if (field.type === "boolean") return BOOLEANS.get(text.toLowerCase()) ?? cell;
  if (field.type === "date") return text;
  return textToNumber(text) ?? cell;
}
