import { existsSync } from "node:fs";
import { extname } from "node:path";
import { parseCsv } from "#sdk/data/parseCsv.ts";
import { parseJson } from "#sdk/data/parseJson.ts";
import { parseJsonLines } from "#sdk/data/parseJsonLines.ts";
import type { Field, Table } from "#sdk/data/table.ts";
import { readParquet } from "../../services/device/records/readParquet.ts";
import { badInput } from "./badInput.ts";
import { readText } from "./readText.ts";

const PARSERS = { ".csv": parseCsv, ".json": parseJson, ".jsonl": parseJsonLines, ".ndjson": parseJsonLines };

/** Reads a data file by what its name ends with, under declared fields or those it shows. */
export async function readTable(path: string, option: string, fields?: readonly Field[]): Promise<Table> {
  const kind = extname(path).toLowerCase();
  if (kind === ".parquet") {
    if (!existsSync(path)) throw badInput(`--${option} names ${path}, which cannot be read`, "Check the path");
    return readParquet(path, fields);
  }
  const parse = PARSERS[kind as keyof typeof PARSERS];
  if (parse === undefined) {
    throw badInput(`--${option} names ${path}, whose kind is unknown`, "Use a .csv, .json, .jsonl or .parquet file");
  }
  return parse(readText(path, option), { fields });
}
