import type { Field } from "#sdk/data/table.ts";
import { Loaded } from "../../../ui/Loaded.tsx";
import { isNumeric } from "../programs/isNumeric.ts";
import type { Param, ParamText } from "../programs/Param.ts";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";

export interface ParamFieldProps {
  readonly param: Param;
  readonly text: ParamText;
  readonly onText: (text: ParamText) => void;
  readonly fields: readonly Field[]; // declared; none: names are typed
}

const NUMBERS = new Set<Param["kind"]>(["number", "positive", "whole"]);

const loadFeatureFields = async () => (await import("./FeatureFields.tsx")).FeatureFields;

/** Asks for one parameter of a program. */
export function ParamField({ param, text, onText, fields }: ParamFieldProps) {
  const { label, hint, kind } = param;
  if (kind === "feature" || kind === "features") {
    const features = typeof text === "string" ? [] : text;
    const given = { label, hint, features, fields, isOne: kind === "feature", onFeatures: onText };
    return <Loaded name="features" load={loadFeatureFields} of={given} />;
  }
  const value = typeof text === "string" ? text : "";
  const usable = kind === "numeric" ? fields.filter(isNumeric) : kind === "field" ? fields : [];
  if (usable.length > 0) {
    const options = usable.map(({ name, type }) => [name, `${name} (${type})`] as const);
    return <SelectField {...{ label, value, hint, options }} onValue={onText} />;
  }
  return <TextField {...{ label, hint }} text={value} onText={onText} isNumber={NUMBERS.has(kind)} />;
}
