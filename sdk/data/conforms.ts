import { parseDate } from "./parseDate.ts";
import type { Cell, Field } from "./table.ts";

/** Whether a cell is what its field declares. */
export function conforms(cell: Cell, field: Field): boolean {
  if (cell === null) return field.nullable;
  switch (field.type) {
    case "number":
      return typeof cell === "number" && Number.isFinite(cell);
    case "integer":
      return typeof cell === "number" && Number.isSafeInteger(cell);
    case "boolean":
      return typeof cell === "boolean";
    case "date":
      return typeof cell === "string" && parseDate(cell) !== undefined;
    case "text":
      return typeof cell === "string";
  }
}
