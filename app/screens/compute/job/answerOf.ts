import type { Group } from "#sdk/programs/groupBy.ts";
import type { LinearModel } from "#sdk/programs/linearRegression.ts";
import type { LogisticRound } from "#sdk/programs/logisticRegression.ts";
import type { Sum } from "#sdk/programs/sum.ts";
import type { Choice, ReadyChoice } from "../engine/build.ts";

/** An answer as it is shown: names with numbers, and a picture where they are many of a kind. */
export interface Answer {
  readonly title: string;
  readonly lines: readonly (readonly [name: string, value: string])[];
  readonly bars?: readonly { readonly name: string; readonly value: number }[];
}

const NUMBER = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 6 });
const SHARE = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 1 });

export const said = (value: number): string => (Number.isFinite(value) ? NUMBER.format(value) : "none");

/** What a program's answer says, in its own units. `answer` is what the program's `read` made of the sum. */
export function answerOf(choice: Choice, answer: unknown): Answer {
  if (choice.word === "own") return numbersOf("Answer", (answer as readonly bigint[]).map(Number));
  const { field } = choice.values;
  switch (choice.word) {
    case "mean":
      return { title: `Mean of ${String(field)}`, lines: [["Mean", said(answer as number)]] };
    case "count":
      return { title: `Records with ${String(field)}`, lines: [["Records", said(answer as number)]] };
    case "sum":
      return sumOf(String(field), answer as Sum);
    case "histogram":
      return binsOf(choice, answer as readonly number[]);
    case "quantiles":
      return quantilesOf(choice, answer as readonly number[]);
    case "groupBy":
      return groupsOf(choice, answer as readonly Group[]);
    case "linearRegression":
      return linearOf(choice, answer as LinearModel);
    case "logisticRegression":
      return logisticOf(choice, answer as LogisticRound);
  }
}

/** Numbers in a row, by their places. */
export function numbersOf(title: string, numbers: readonly number[]): Answer {
  const lines = numbers.map((value, index) => [`Number ${index + 1}`, said(value)] as const);
  return { title, lines };
}

function sumOf(field: string, { sum, count }: Sum): Answer {
  return {
    title: `Sum of ${field}`,
    lines: [
      ["Sum", said(sum)],
      ["Records", said(count)],
    ],
  };
}

function binsOf({ values }: ReadyChoice, counts: readonly number[]): Answer {
  const [from, to, bins] = [Number(values.from), Number(values.to), Number(values.bins)];
  const width = (to - from) / bins;
  const name = (bin: number) => `${said(from + bin * width)} to ${said(from + (bin + 1) * width)}`;
  return {
    title: `Histogram of ${String(values.field)}`,
    lines: counts.map((count, bin) => [name(bin), said(count)] as const),
    bars: counts.map((count, bin) => ({ name: name(bin), value: Math.max(count, 0) })), // noise may leave less than none
  };
}

function quantilesOf({ values }: ReadyChoice, quantiles: readonly number[]): Answer {
  const at = values.at as readonly number[];
  const lines = quantiles.map((value, place) => [`${SHARE.format(at[place] ?? 0)} lie below`, said(value)] as const);
  return { title: `Quantiles of ${String(values.field)}`, lines };
}

function groupsOf({ values }: ReadyChoice, groups: readonly Group[]): Answer {
  const named = groups.map(({ group, ...rest }) => ({ name: group ?? "all others", ...rest }));
  return {
    title: `${String(values.value)} by ${String(values.key)}`,
    lines: named.map(({ name, sum, count, mean }) => [
      name,
      `mean ${said(mean)}, sum ${said(sum)}, ${said(count)} records`,
    ]),
    bars: named.map(({ name, mean }) => ({ name, value: Number.isFinite(mean) ? Math.max(mean, 0) : 0 })),
  };
}

const fieldsOf = ({ values }: ReadyChoice): readonly string[] =>
  (values.features as readonly { readonly field: string }[]).map(({ field }) => field);

function linearOf(choice: ReadyChoice, { intercept, coefficients, count }: LinearModel): Answer {
  const target = (choice.values.target as { readonly field: string }).field;
  return {
    title: `Linear model of ${target}`,
    lines: [
      ["Intercept", said(intercept)],
      ...fieldsOf(choice).map((field, place) => [`per ${field}`, said(coefficients[place] ?? Number.NaN)] as const),
      ["Records", said(count)],
    ],
  };
}

function logisticOf(choice: ReadyChoice, { weights, count }: LogisticRound): Answer {
  const scale = Number(choice.values.scale);
  const names = ["Constant", ...fieldsOf(choice)];
  return {
    title: `Weights of ${String(choice.values.label)} = ${String(choice.values.positive)}`,
    lines: [
      ...names.map((name, place) => [name, said((weights[place] ?? Number.NaN) / scale)] as const),
      ["Records", said(count)],
    ],
  };
}
