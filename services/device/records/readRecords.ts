import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { DataError } from "#sdk/data/DataError.ts";
import { parseCsv } from "#sdk/data/parseCsv.ts";
import { parseJson } from "#sdk/data/parseJson.ts";
import { parseJsonLines } from "#sdk/data/parseJsonLines.ts";
import type { Field, Table } from "#sdk/data/table.ts";
import { DeviceError } from "../DeviceError.ts";
import { readParquet } from "./readParquet.ts";

type Parse = (text: string, options: { readonly fields?: readonly Field[] }) => Table;

const PARSERS: Readonly<Record<string, Parse>> = {
  ".csv": parseCsv,
  ".json": parseJson,
  ".jsonl": parseJsonLines,
  ".ndjson": parseJsonLines,
};

/** File name endings that a device reads. */
export const KINDS = [...Object.keys(PARSERS), ".parquet"];

/**
 * The records of a file, by what its name ends with, under declared fields or those it shows.
 * @throws DeviceError FileUnreadable
 */
export async function readRecords(path: string, fields?: readonly Field[]): Promise<Table> {
  const kind = extname(path).toLowerCase();
  try {
    if (kind === ".parquet") return await readParquet(path, fields);
    const parse = PARSERS[kind];
    if (parse !== undefined) return parse(await readFile(path, "utf8"), { fields });
  } catch (cause) {
    const fault = cause instanceof DataError ? cause.message.replace(/\.$/, "") : "it cannot be read";
    throw new DeviceError("FileUnreadable", `${path}: ${fault}`, "Correct the file, or restore it from a copy", {
      cause,
    });
  }
  throw new DeviceError("FileUnreadable", `${path} is of an unknown kind`, `Use one of ${KINDS.join(", ")}`);
}
