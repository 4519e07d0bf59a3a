import type { FeatureText, Param, ParamText, ParamTexts } from "./Param.ts";

/** A feature as the programs take it. */
interface Feature {
  readonly field: string;
  readonly center: number;
  readonly spread: number;
}

export type ParamValue = string | number | readonly string[] | readonly number[] | Feature | readonly Feature[];

/** What a program is told, or the first thing that is wrong with what was typed. */
export type Params =
  { readonly values: Readonly<Record<string, ParamValue>> } | { readonly name: string; readonly fault: string };

/** Reads what was typed for a program; the fault is a sentence for a button: "Choose a field". */
export function paramsOf(params: readonly Param[], texts: ParamTexts): Params {
  const values: Record<string, ParamValue> = {};
  for (const param of params) {
    const read = READERS[param.kind](texts[param.name] ?? "");
    if (typeof read === "object" && "fault" in read)
      return { name: param.name, fault: `${param.label}: ${read.fault}` };
    values[param.name] = read;
  }
  if (typeof values.from === "number" && typeof values.to === "number" && values.from >= values.to) {
    return { name: "to", fault: "To: above where the bins begin" };
  }
  return { values };
}

interface Faulty {
  readonly fault: string;
}

type Reader = (text: ParamText) => ParamValue | Faulty;

const MOST_BINS = 1_000;

const READERS: Readonly<Record<Param["kind"], Reader>> = {
  numeric: (text) => chosen(text),
  field: (text) => chosen(text),
  text: (text) => (wordOf(text) === "" ? { fault: "enter a value" } : wordOf(text)),
  texts: (text) => someOf(partsOf(text), "enter values with commas between them"),
  number: (text) => numberOf(wordOf(text)) ?? { fault: "enter a number" },
  positive: (text) => positiveOf(numberOf(wordOf(text))),
  whole: (text) => wholeOf(wordOf(text)),
  shares: (text) => sharesOf(partsOf(text)),
  feature: (text) => featuresOf(text)[0] ?? { fault: "choose a field, its middle and a spread above zero" },
  features: (text) => allFeatures(text),
};

const wordOf = (text: ParamText): string => (typeof text === "string" ? text.trim() : "");

const partsOf = (text: ParamText): readonly string[] =>
  wordOf(text)
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

const chosen = (text: ParamText): string | Faulty => wordOf(text) || { fault: "choose a field" };

const someOf = <T>(parts: readonly T[], fault: string): readonly T[] | Faulty => (parts.length > 0 ? parts : { fault });

function numberOf(text: string): number | undefined {
  const number = Number(text);
  return text !== "" && Number.isFinite(number) ? number : undefined;
}

const positiveOf = (number: number | undefined): number | Faulty =>
  number !== undefined && number > 0 ? number : { fault: "enter a number above zero" };

function wholeOf(text: string): number | Faulty {
  const number = numberOf(text);
  if (number !== undefined && Number.isInteger(number) && number > 0 && number <= MOST_BINS) return number;
  return { fault: `enter a whole number from 1 to ${MOST_BINS}` };
}

function sharesOf(parts: readonly string[]): readonly number[] | Faulty {
  const shares = parts.map(numberOf);
  const good = shares.filter((share) => share !== undefined && share >= 0 && share <= 1) as readonly number[];
  return good.length === parts.length && good.length > 0 ? good : { fault: "enter numbers from 0 to 1" };
}

function featuresOf(text: ParamText): readonly Feature[] {
  if (typeof text === "string") return [];
  return text.flatMap(({ field, center, spread }: FeatureText) => {
    const [middle, width] = [numberOf(center.trim()), numberOf(spread.trim())];
    if (field === "" || middle === undefined || width === undefined || width <= 0) return [];
    return [{ field, center: middle, spread: width }];
  });
}

function allFeatures(text: ParamText): readonly Feature[] | Faulty {
  const features = featuresOf(text);
  const isWhole = features.length > 0 && features.length === text.length;
  const isTwice = new Set(features.map(({ field }) => field)).size !== features.length;
  if (!isWhole) return { fault: "choose fields, each with its middle and a spread above zero" };
  return isTwice ? { fault: "choose each field once" } : features;
}
