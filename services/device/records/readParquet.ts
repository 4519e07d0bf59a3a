import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { alignRows } from "#sdk/data/alignRows.ts";
import { DataError } from "#sdk/data/DataError.ts";
import { flattenRecord, recordsToRows } from "#sdk/data/jsonRecord.ts";
import { checkRecords, DEFAULT_LIMITS } from "#sdk/data/limits.ts";
import type { Field, Table } from "#sdk/data/table.ts";

/** A file is decoded whole; a small one can unfold to much more than its size. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * Reads Apache Parquet, uncompressed or with Snappy. Times become ISO 8601 texts, integers beyond 2^53 texts; nested
 * values become fields with dotted names.
 * @throws DataError
 */
export async function readParquet(path: string, fields?: readonly Field[]): Promise<Table> {
  const file = await asyncBufferFromFile(path);
  if (file.byteLength > MAX_BYTES) throw tooLarge(`the file has ${file.byteLength} bytes`);
  const metadata = await parquetMetadataAsync(file).catch(() => {
    throw new DataError("Malformed", "the file is not Parquet", "Write it again");
  });
  checkRecords(Number(metadata.num_rows), DEFAULT_LIMITS);
  const unfolded = metadata.row_groups.reduce((sum, { total_byte_size }) => sum + Number(total_byte_size), 0);
  if (unfolded > MAX_BYTES) throw tooLarge(`the file unfolds to ${unfolded} bytes`);
  const objects = await parquetReadObjects({ file, metadata }).catch((cause: Error) => {
    throw new DataError("Malformed", `the file cannot be decoded (${cause.message})`, "Write it with Snappy or plain");
  });
  const records = objects.map((object, index) => flattenRecord(toJson(object), DEFAULT_LIMITS, { record: index + 1 }));
  const { names, rows } = recordsToRows(records, DEFAULT_LIMITS);
  return alignRows(names, rows, fields);
}

/** A decoded value as JSON would have it. */
function toJson(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "bigint") return isSafe(value) ? Number(value) : value.toString();
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) throw binary();
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toJson(inner)]));
}

const isSafe = (value: bigint): boolean =>
  value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= -BigInt(Number.MAX_SAFE_INTEGER);

const tooLarge = (fault: string): DataError =>
  new DataError("TooLarge", `${fault}, at most ${MAX_BYTES} are accepted`, "Split it into several contributions");

const binary = (): DataError =>
  new DataError("NotAScalar", "a column holds bytes that are no text", "Leave it out, or write it as text");
