import { parseDate } from "./parseDate.ts";
import type { Cell, Field, FieldType, Row } from "./table.ts";

/** Fields that every one of these rows conforms to: the narrowest type of each column, nullable if a cell is missing. */
export function inferFields(names: readonly string[], rows: readonly Row[]): readonly Field[] {
  return names.map((name, column) => {
    const cells = rows.map((row) => row[column] ?? null);
    return { name, type: inferType(cells), nullable: cells.includes(null) };
  });
}

function inferType(cells: readonly Cell[]): FieldType {
  const types = new Set(cells.filter((cell) => cell !== null).map(typeOf));
  if (types.size === 1) return [...types][0] as FieldType;
  if (types.size === 2 && types.has("integer") && types.has("number")) return "number";
  return "text";
}

function typeOf(cell: NonNullable<Cell>): FieldType {
  if (typeof cell === "boolean") return "boolean";
  if (typeof cell === "number") return Number.isSafeInteger(cell) ? "integer" : "number";
  return parseDate(cell) === undefined ? "text" : "date";
}
