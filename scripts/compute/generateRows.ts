import type { Cell, Field, Row } from "#sdk/data/table.ts";

const MULTIPLIER = 1_664_525;
const INCREMENT = 1_013_904_223;
const TEXT_LENGTH = 24;
const DATES = 2 ** 31; // from 1970 to 2038

/** Rows under declared fields that look like data and cost like long data: no cell is missing, numbers have all digits. */
export function generateRows(fields: readonly Field[], count: number): readonly Row[] {
  let state = 1;
  /** The next of a fixed sequence of numbers from 0 to 1: the same fields give the same rows to everybody. */
  const next = () => {
    state = (Math.imul(state, MULTIPLIER) + INCREMENT) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, () => fields.map(({ type }) => cellOf(type, next)));
}

function cellOf(type: Field["type"], next: () => number): Cell {
  switch (type) {
    case "number":
      return (next() - 0.5) * 10 ** Math.floor(next() * 8);
    case "integer":
      return Math.floor((next() - 0.5) * 10 ** Math.floor(next() * 10));
    case "boolean":
      return next() < 0.5;
    case "date":
      return new Date(Math.floor(next() * DATES) * 1_000).toISOString();
    case "text":
      return Array.from({ length: TEXT_LENGTH }, () => String.fromCharCode(97 + Math.floor(next() * 26))).join("");
  }
}
