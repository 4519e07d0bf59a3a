import { declaredFields } from "#sdk/metadata/declaredFields.ts";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { wordsOf } from "./wordsOf.ts";

/** A document's words, in the order of what they count for. */
export interface IndexedWords {
  readonly name: string;
  readonly keywords: string;
  readonly rest: string;
}

const MAX_WORDS = 5_000;

/** What a document is found by. */
export function indexedWords(document: DatasetDocument): IndexedWords {
  const { name, keywords, description, creator, audience } = document;
  const rest = [
    description,
    ...list(creator).map((one) => one.name),
    ...list(audience).map((one) => one.audienceType),
    ...document["dw:requirements"],
    ...document["rai:dataUseCases"],
    ...fieldNames(document),
  ];
  return { name: joined([name]), keywords: joined(list(keywords)), rest: joined(rest) };
}

const joined = (texts: readonly string[]): string => texts.flatMap(wordsOf).slice(0, MAX_WORDS).join(" ");

function fieldNames(document: DatasetDocument): readonly string[] {
  try {
    return declaredFields(document).map(({ name }) => name);
  } catch {
    return []; // two fields of one name: found by its other words
  }
}

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);
