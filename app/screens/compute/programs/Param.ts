/** A field as a model reads it, as it was typed. */
export interface FeatureText {
  readonly field: string;
  readonly center: string;
  readonly spread: string;
}

/** What was typed for a parameter. */
export type ParamText = string | readonly FeatureText[];

/** Everything typed for a program, by the names of its parameters. */
export type ParamTexts = Readonly<Record<string, ParamText>>;

/** What a parameter is, and so how it is asked for. */
export type ParamKind =
  | "numeric" // a declared field that holds numbers
  | "field" // any declared field
  | "text"
  | "texts" // separated by commas
  | "number"
  | "positive" // a number above zero
  | "whole" // a whole number above zero
  | "shares" // numbers from 0 to 1, separated by commas
  | "feature" // a field with its middle and its spread
  | "features"; // one or more of them

/** A parameter of a ready-made program. */
export interface Param {
  readonly name: string; // as the program knows it
  readonly label: string;
  readonly hint: string;
  readonly kind: ParamKind;
  readonly start: string; // what stands there before anybody typed; "" for fields, chosen from those declared
}
