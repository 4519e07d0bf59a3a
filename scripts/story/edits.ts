import type { Cell, Field, Row, Table } from "#sdk/data/table.ts";

/** What is done to a file on its way to somebody who should not notice. All of it repeatable: no randomness. */

/** Two days of three lose three cells each. */
export const withHoles = ({ fields, rows }: Table): Table => ({
  fields,
  rows: rows.map((row, day) => (day % 3 === 0 ? row : row.map((cell, column) => (column > 2 ? null : cell)))),
});

/** Every second record first, then the others. */
export const shuffledRows = ({ fields, rows }: Table): Table => ({
  fields,
  rows: [...rows.filter((_, index) => index % 2 === 1), ...rows.filter((_, index) => index % 2 === 0)],
});

export const shuffledColumns = ({ fields, rows }: Table): Table => ({
  fields: shuffledRow(fields) as readonly Field[],
  rows: rows.map((row) => shuffledRow(row) as Row),
});

const shuffledRow = <T>(cells: readonly T[]): readonly T[] => [...cells.slice(3), ...cells.slice(0, 3)].toReversed();

/** The last digit of every number that has three or more moves by one, up or down. */
export const withNoise = ({ fields, rows }: Table): Table => ({
  fields,
  rows: rows.map((row, day) => row.map((cell) => nudge(cell, day))),
});

function nudge(cell: Cell, day: number): Cell {
  if (typeof cell !== "number" || Math.abs(cell) < 10) return cell;
  return Number((cell + (day % 3 === 0 ? 0.1 : -0.1)).toFixed(1));
}
