import { parseCsv } from "#sdk/data/parseCsv.ts";
import { parseJson } from "#sdk/data/parseJson.ts";
import { parseJsonLines } from "#sdk/data/parseJsonLines.ts";

const PARSERS = { csv: parseCsv, json: parseJson, jsonl: parseJsonLines, ndjson: parseJsonLines };

/** What reads the records of a file, by what its name ends with; undefined: this page reads no such files. */
export const parserOf = ({ name }: Pick<File, "name">) =>
  Object.entries(PARSERS).find(([kind]) => name.toLowerCase().endsWith(`.${kind}`))?.[1];
