import { DataError } from "#sdk/data/DataError.ts";
import type { Field, Table } from "#sdk/data/table.ts";
import { parserOf } from "./parserOf.ts";

/** What of a file is read. */
export type RecordFile = Pick<File, "name" | "text">;

/**
 * The records of files, one after another, under the declared fields, or those that the first file shows.
 * @throws DataError what is wrong with the records, and in which file
 */
export async function readFiles(files: readonly RecordFile[], declared?: readonly Field[]): Promise<Table> {
  const [first, ...others] = files;
  if (first === undefined) throw new DataError("NoRecords", "there is no file", "Choose one");
  const table = await readFile(first, declared);
  const rest = [];
  for (const file of others) rest.push(await readFile(file, table.fields)); // one at a time: each may be large
  return rest.length === 0 ? table : { fields: table.fields, rows: [table, ...rest].flatMap(({ rows }) => rows) };
}

async function readFile(file: RecordFile, fields: readonly Field[] | undefined): Promise<Table> {
  const parse = parserOf(file);
  if (parse === undefined) {
    throw new DataError("Malformed", `${file.name} is of a kind that cannot be read`, "Use .csv, .json or .jsonl");
  }
  return parse(await file.text(), fields && { fields });
}
