import type { Field } from "#sdk/data/table.ts";
import { isNumeric } from "./isNumeric.ts";
import type { FeatureText, Param, ParamText, ParamTexts } from "./Param.ts";

/** What stands in a program's form before anybody typed: the first fields that fit, and usual numbers. */
export function startingTexts(params: readonly Param[], fields: readonly Field[]): ParamTexts {
  return Object.fromEntries(params.map((param) => [param.name, startOf(param, fields)]));
}

function startOf({ kind, name, start }: Param, fields: readonly Field[]): ParamText {
  const numeric = fields.filter(isNumeric);
  switch (kind) {
    case "numeric":
      return numeric[0]?.name ?? "";
    case "field":
      return (name === "field" ? fields[0] : (fields.find((field) => !isNumeric(field)) ?? fields[0]))?.name ?? "";
    case "features":
      return [featureOf(numeric[0]?.name)];
    case "feature":
      return [featureOf(numeric[1]?.name ?? numeric[0]?.name)];
    default:
      return start;
  }
}

/** A field whose numbers are taken as they are. */
export const featureOf = (field = ""): FeatureText => ({ field, center: "0", spread: "1" });
