import { parseDate } from "./parseDate.ts";
import type { Cell, Field } from "./table.ts";

/** Text without what a careless copy changes: width forms, letter case, white space. */
export function normalizeText(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/gu, " ").toLowerCase();
}

/** A cell in the one form in which equal contents are equal; null for a missing one. Numbers stay exact. */
export function exactCell(cell: Cell, field: Field): string | null {
  if (cell === null) return null;
  if (typeof cell === "number") return String(cell === 0 ? 0 : cell);
  if (typeof cell === "boolean") return String(cell);
  const text = normalizeText(cell);
  if (text === "") return null;
  const time = field.type === "date" ? parseDate(cell) : undefined;
  return time === undefined ? text : String(time);
}

/**
 * A cell in the form in which near copies are equal: a number keeps two significant digits (so the last digit of any
 * number that has three or more does not count), a date keeps its hour.
 */
export function coarseCell(cell: Cell, field: Field): string | null {
  if (typeof cell === "number") return coarseNumber(cell);
  const exact = exactCell(cell, field);
  if (exact === null || field.type !== "date" || parseDate(String(cell)) === undefined) return exact;
  return String(Math.floor(Number(exact) / 3600));
}

/** The number rounded to two significant digits, of which the second is made even: steps of 2 to 20 %. */
function coarseNumber(value: number): string {
  const [mantissa, exponent] = value.toExponential(1).split("e") as [string, string];
  const digits = Number(mantissa.replace(".", ""));
  return `${digits - (digits % 2)}e${exponent}`;
}
