import { parserOf } from "../contribute/files/parserOf.ts";
import type { DraftField } from "./Draft.ts";

/**
 * The fields that the records of a file have, by what its name ends with.
 * @throws DataError what is wrong with the records; Error of a kind that is not known
 */
export async function fieldsOfFile(file: Pick<File, "name" | "text">): Promise<readonly DraftField[]> {
  const parse = parserOf(file);
  if (parse === undefined) throw new Error("This kind of file cannot be read: use .csv, .json or .jsonl");
  const { fields } = parse(await file.text());
  return fields.map(({ name, type, nullable }) => ({ name, type, nullable, description: "" }));
}
