import type { Param } from "./Param.ts";
import type { ReadyMade, ReadyWord } from "./ReadyMade.ts";

const NUMBERS: Param = {
  name: "field",
  label: "Field",
  hint: "whose numbers are looked at",
  kind: "numeric",
  start: "",
};

const SCALE: Param = {
  name: "scale",
  label: "Parts of a unit that count",
  hint: "10: tenths; 0.1: tens. Coarse parts need less noise",
  kind: "positive",
  start: "0.1",
};

const BINS: readonly Param[] = [
  { name: "from", label: "From", hint: "where the first bin begins", kind: "number", start: "0" },
  { name: "to", label: "To", hint: "where the last bin ends", kind: "number", start: "50" },
  { name: "bins", label: "Bins", hint: "of equal width", kind: "whole", start: "10" },
];

const FEATURES: Param = {
  name: "features",
  label: "Features",
  hint: "with public guesses of their middle and spread",
  kind: "features",
  start: "",
};

/** All programs that need no programming. */
export const READY_MADE: readonly ReadyMade[] = [
  { word: "mean", name: "Mean", says: "The mean of a field's numbers", params: [NUMBERS, SCALE] },
  { word: "sum", name: "Sum", says: "The sum of a field's numbers, and how many there are", params: [NUMBERS, SCALE] },
  {
    word: "count",
    name: "Count",
    says: "How many records have a value in a field",
    params: [{ ...NUMBERS, hint: "that a record must have", kind: "field" }],
  },
  {
    word: "histogram",
    name: "Histogram",
    says: "How many numbers of a field lie in each of some bins",
    params: [NUMBERS, ...BINS],
  },
  {
    word: "quantiles",
    name: "Quantiles",
    says: "The median of a field's numbers, or any other share",
    params: [
      NUMBERS,
      ...BINS,
      { name: "at", label: "Shares", hint: "0.5 is the median", kind: "shares", start: "0.25, 0.5, 0.75" },
    ],
  },
  {
    word: "groupBy",
    name: "By group",
    says: "Sum, count and mean of a field's numbers for each value of another field",
    params: [
      { name: "key", label: "Group by", hint: "field that says which group", kind: "field", start: "" },
      { name: "groups", label: "Groups", hint: "its values, separated by commas", kind: "texts", start: "" },
      { ...NUMBERS, name: "value", label: "Numbers" },
      SCALE,
    ],
  },
  {
    word: "linearRegression",
    name: "Linear model",
    says: "Least squares over the records of all providers at once",
    params: [
      FEATURES,
      { name: "target", label: "Target", hint: "what is to be predicted", kind: "feature", start: "" },
      { ...SCALE, start: "1", hint: "of a product of two scaled features" },
    ],
  },
  {
    word: "logisticRegression",
    name: "Logistic model",
    says: "One round of federated averaging: a job for each round",
    params: [
      FEATURES,
      { name: "label", label: "Label", hint: "field that says what a record is", kind: "field", start: "" },
      { name: "positive", label: "Looked for", hint: "its value if so", kind: "text", start: "" },
      { ...SCALE, start: "10", hint: "of a weight" },
      { name: "rate", label: "Rate", hint: "how far a step goes", kind: "positive", start: "0.5" },
      { name: "steps", label: "Steps", hint: "over all records of a batch", kind: "whole", start: "20" },
    ],
  },
];

/** The ready-made program of this name. */
export const readyMade = (word: string): ReadyMade | undefined => READY_MADE.find((one) => one.word === word);

export const isReady = (word: string): word is ReadyWord => readyMade(word) !== undefined;
