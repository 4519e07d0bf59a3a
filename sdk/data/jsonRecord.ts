import { DataError, type DataErrorPlace } from "./DataError.ts";
import { checkNames } from "./fieldNames.ts";
import { checkCell, type Limits } from "./limits.ts";
import type { Cell, Field, Row } from "./table.ts";

export interface JsonOptions {
  readonly fields?: readonly Field[]; // declared fields; inferred if absent
  readonly limits?: Limits;
}

/** A record's scalars by name; the names of nested values are joined by a dot. */
export function flattenRecord(record: unknown, limits: Limits, place: DataErrorPlace): ReadonlyMap<string, Cell> {
  if (!isObject(record)) {
    throw new DataError(
      "NotARecord",
      `${describe(record)} is not a record`,
      'Write records as { "name": value }',
      place,
    );
  }
  const cells = new Map<string, Cell>();
  collect(record, "", 1);
  return cells;

  function collect(value: object, prefix: string, depth: number): void {
    if (depth > limits.depth) throw tooDeep(prefix.slice(0, -1), limits, place);
    for (const [key, inner] of Object.entries(value)) {
      const name = prefix + key;
      if (isObject(inner)) collect(inner, `${name}.`, depth + 1);
      else if (cells.has(name)) {
        throw new DataError("DuplicateName", `the field "${name}" appears twice`, "Rename one of them", place);
      } else cells.set(name, checkScalar(inner, name, limits, place));
    }
  }
}

function checkScalar(value: unknown, name: string, limits: Limits, place: DataErrorPlace): Cell {
  if (Array.isArray(value)) {
    throw new DataError(
      "NotAScalar",
      `"${name}" is a list`,
      "Give each of its values a field or a record of its own",
      place,
    );
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new DataError("OutOfRange", `the number in "${name}" is too large`, "Write it as a text", place);
  }
  if (typeof value === "string") checkCell(value, name, limits, place);
  return value as Cell;
}

function tooDeep(name: string, limits: Limits, place: DataErrorPlace): DataError {
  return new DataError(
    "TooDeep",
    `"${name}" is nested deeper than ${limits.depth} levels`,
    "Flatten the record",
    place,
  );
}

/** Columns in order of first appearance; a name that a record lacks is a missing cell. */
export function recordsToRows(
  records: readonly ReadonlyMap<string, Cell>[],
  limits: Limits,
): { readonly names: readonly string[]; readonly rows: readonly Row[] } {
  const keys = new Set<string>();
  for (const record of records) for (const name of record.keys()) keys.add(name);
  const names = [...keys];
  const checked = checkNames(names, limits);
  return {
    names: checked,
    rows: records.map((record) => names.map((name) => record.get(name) ?? null)),
  };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}
