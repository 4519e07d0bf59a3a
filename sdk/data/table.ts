export type FieldType = "number" | "integer" | "boolean" | "date" | "text";

/** A declared field: what every record of a dataset promises to carry under this name. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly nullable: boolean;
}

export type Cell = string | number | boolean | null;

/** The cells of one record, in the order of the declared fields. */
export type Row = readonly Cell[];

/** Records as plain arrays: a column named `__proto__` is a string in a list and nothing more. */
export interface Table {
  readonly fields: readonly Field[];
  readonly rows: readonly Row[];
}
