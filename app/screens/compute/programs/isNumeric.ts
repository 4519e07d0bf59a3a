import type { Field } from "#sdk/data/table.ts";

/** Whether programs can reckon with a field's cells. */
export const isNumeric = ({ type }: Pick<Field, "type">): boolean => type === "number" || type === "integer";
