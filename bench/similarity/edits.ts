import type { Cell, Field, Table } from "#sdk/data/table.ts";
import { shuffled } from "./random.ts";

type Edit = (table: Table, next: () => number) => Table;

const onRows =
  (change: (rows: Table["rows"], next: () => number) => Table["rows"]): Edit =>
  ({ fields, rows }, next) => ({ fields, rows: change(rows, next) });

const onTexts = (change: (text: string, next: () => number) => string): Edit =>
  onRows((rows, next) => rows.map((row) => row.map((cell) => (typeof cell === "string" ? change(cell, next) : cell))));

/** What somebody does to a copy who hopes that it passes for data of their own. */
export const EDITS: Readonly<Record<string, Edit>> = {
  "rows shuffled": onRows(shuffled),
  "columns shuffled": ({ fields, rows }, next) => {
    const order = shuffled([...fields.keys()], next);
    return {
      fields: order.map((i) => fields[i] as Field),
      rows: rows.map((row) => order.map((i) => row[i] as Cell)),
    };
  },
  "column names in capitals": ({ fields, rows }) => ({
    fields: fields.map((field) => ({
      ...field,
      name: ` ${field.name.toUpperCase()}`,
    })),
    rows,
  }),
  "texts in other letter case": onTexts((text, next) => (next() < 0.5 ? text.toUpperCase() : text.toLowerCase())),
  "white space added": onTexts((text) => ` ${text.replaceAll(" ", "  ")}`),
  "rows repeated (20 %)": onRows((rows, next) => rows.flatMap((row) => (next() < 0.2 ? [row, row] : [row]))),
  "rows dropped (5 %)": onRows((rows, next) => rows.filter(() => next() >= 0.05)),
  "rows dropped (10 %)": onRows((rows, next) => rows.filter(() => next() >= 0.1)),
  "cells emptied (2 %)": onRows((rows, next) => rows.map((row) => row.map((cell) => (next() < 0.02 ? null : cell)))),
  "last digits changed": lastDigits,
  "all of these": (table, next) =>
    [
      "rows shuffled",
      "columns shuffled",
      "texts in other letter case",
      "rows dropped (5 %)",
      "last digits changed",
    ].reduce((edited, name) => (EDITS[name] as Edit)(edited, next), table),
};

/** Those of them that change no content: tags and sketches stay the same. */
export const INVISIBLE_EDITS: readonly string[] = [
  "rows shuffled",
  "columns shuffled",
  "column names in capitals",
  "texts in other letter case",
  "white space added",
  "rows repeated (20 %)",
];

/** Edits so heavy that the copy may pass: what the sketch does not promise to recognize. */
export const HEAVY_EDITS: Readonly<Record<string, Edit>> = {
  "rows dropped (30 %)": onRows((rows, next) => rows.filter(() => next() >= 0.3)),
  "rows dropped (50 %)": onRows((rows, next) => rows.filter(() => next() >= 0.5)),
  "numbers moved by up to 1 %": onRows((rows, next) => rows.map((row) => row.map((cell) => move(cell, 0.01, next)))),
  "numbers moved by up to 5 %": onRows((rows, next) => rows.map((row) => row.map((cell) => move(cell, 0.05, next)))),
  "columns renamed": ({ fields, rows }) => ({
    fields: fields.map((field) => ({ ...field, name: `${field.name} (new)` })),
    rows,
  }),
};

function move(cell: Cell, by: number, next: () => number): Cell {
  return typeof cell === "number" ? cell * (1 + (2 * next() - 1) * by) : cell;
}

/** Every number of three or more digits moves by -1, 0 or 1 in the last place of its column. */
function lastDigits({ fields, rows }: Table, next: () => number): Table {
  const places = fields.map((_, column) => Math.max(...rows.map((row) => decimals(row[column] ?? null))));
  return {
    fields,
    rows: rows.map((row) =>
      row.map((cell, column) => {
        const scale = 10 ** (places[column] as number);
        if (typeof cell !== "number" || Math.abs(cell) * scale < 100) return cell;
        return Number((cell + (Math.floor(next() * 3) - 1) / scale).toFixed(Math.min(places[column] as number, 100)));
      }),
    ),
  };
}

function decimals(cell: Cell): number {
  if (typeof cell !== "number") return 0;
  const [, fraction = ""] = String(cell).split("e")[0]?.split(".") ?? [];
  return fraction.length;
}
