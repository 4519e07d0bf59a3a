import { readFileSync } from "node:fs";
import { parseCsv } from "#sdk/data/parseCsv.ts";
import { parseJson } from "#sdk/data/parseJson.ts";
import type { Table } from "#sdk/data/table.ts";

const directory = new URL("../../node_modules/vega-datasets/data/", import.meta.url);

/** Enough to measure on; two of the files are far longer. */
const MAX_ROWS = 2_500;

/** A real dataset of the package vega-datasets. */
export function realTable(file: string): Table {
  const text = readFileSync(new URL(file, directory), "utf8");
  const { fields, rows } = file.endsWith(".csv") ? parseCsv(text) : parseJson(text);
  return { fields, rows: rows.slice(0, MAX_ROWS) };
}

/** Tables of many kinds: measurements, weather, traffic, texts, places, money, categories, plain numbers. */
export const REAL_TABLES = [
  "airports.csv",
  "barley.json",
  "birdstrikes.csv",
  "cars.json",
  "disasters.csv",
  "flights-2k.json",
  "gapminder.json",
  "income.json",
  "jobs.json",
  "movies.json",
  "normal-2d.json",
  "ohlc.json",
  "penguins.json",
  "population.json",
  "seattle-weather.csv",
  "stocks.csv",
  "us-employment.csv",
  "zipcodes.csv",
] as const;
