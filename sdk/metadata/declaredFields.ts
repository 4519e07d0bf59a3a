import { checkNames } from "../data/fieldNames.ts";
import { DEFAULT_LIMITS } from "../data/limits.ts";
import type { Field, FieldType } from "../data/table.ts";
import type { DatasetDocument } from "./datasetSchema.ts";

const TYPES: readonly (readonly [RegExp, FieldType])[] = [
  [/^(U?Int(8|16|32|64)|Integer)$/, "integer"],
  [/^(Number|Float(16|32|64)?)$/, "number"],
  [/^Bool(ean)?$/, "boolean"],
  [/^Date(Time)?$/, "date"],
];

/** The fields that records of the dataset must carry: those of its first record set, else its measured variables. */
export function declaredFields(document: DatasetDocument): readonly Field[] {
  const [records] = list(document.recordSet);
  const entries = records?.field ?? list(document.variableMeasured);
  const names = checkNames(
    entries.map(({ name }) => name),
    DEFAULT_LIMITS,
  );
  return entries.map((entry, index) => ({
    name: names[index] as string,
    type: fieldType("dataType" in entry ? entry.dataType : entry.additionalType),
    nullable: entry["dw:nullable"] ?? true,
  }));
}

/** The cell type of a schema.org or Croissant data type; whatever is no number, truth value or date is a text. */
function fieldType(dataType: unknown): FieldType {
  const names = list(dataType as string | string[]).map((type) => type.replace(/^.*[:/#]/, ""));
  return TYPES.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? "text";
}

function list<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as T];
}
