import { readFileSync } from "node:fs";
import { parseCsv } from "#sdk/data/parseCsv.ts";
import { parseJson } from "#sdk/data/parseJson.ts";
import type { Row, Table } from "#sdk/data/table.ts";

/** Real data of the npm package vega-datasets. */
const read = (file: string): string =>
  readFileSync(new URL(`../../node_modules/vega-datasets/data/${file}`, import.meta.url), "utf8");

/** Daily weather of Seattle, 2012 to 2015. */
export const seattleWeather = (): Table => parseCsv(read("seattle-weather.csv"));

/** The penguins of Palmer Station by island. */
export const palmerPenguins = (): Table => parseJson(read("penguins.json"));

/** Two thousand flights within the United States, January to March 2001. */
export const domesticFlights = (): Table => parseJson(read("flights-2k.json"));

/** Daily weather of Seattle and New York, 2012 to 2015. */
export const cityWeather = (): Table => parseCsv(read("weather.csv"));

/** The days from `from` on and before `before` (YYYY-MM-DD). */
export const between = (table: Table, from: string, before: string): Table =>
  where(table, ([date]) => String(date) >= from && String(date) < before);

export const where = ({ fields, rows }: Table, keep: (row: Row) => boolean): Table => ({
  fields,
  rows: rows.filter(keep),
});
