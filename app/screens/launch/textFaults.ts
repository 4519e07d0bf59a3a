import { isAddress } from "ethers";
import { checkNames } from "#sdk/data/fieldNames.ts";
import { DataError } from "#sdk/data/DataError.ts";
import { DEFAULT_LIMITS } from "#sdk/data/limits.ts";
import { type Draft, listOf } from "./Draft.ts";

/** Bounds of the metadata document, and of names on chain (bytes). */
const MOST_BYTES = 31;
const MOST = { description: 5_000, license: 500, creatorName: 200, version: 50, keyword: 100, line: 1_000 };
const MOST_ITEMS = 50;

type Check = (draft: Draft) => string | undefined;

const isControl = (text: string): boolean => [...text].some((letter) => letter < " " || letter === "\u007f");

/** A name on chain. */
function shortText(text: string, what: string): string | undefined {
  const bytes = new TextEncoder().encode(text.trim()).length;
  if (bytes === 0) return `Give it a ${what}`;
  if (bytes > MOST_BYTES) return `At most ${MOST_BYTES} bytes fit, these are ${bytes}`;
  return isControl(text.trim()) ? "Remove invisible characters" : undefined;
}

function longText(text: string, most: number, missing: string): string | undefined {
  if (text.trim() === "") return missing;
  return text.trim().length > most ? `At most ${most} characters, these are ${text.trim().length}` : undefined;
}

function list(items: readonly string[], most: number, missing: string): string | undefined {
  if (items.length === 0) return missing;
  if (items.length > MOST_ITEMS) return `At most ${MOST_ITEMS}, these are ${items.length}`;
  return items.some((item) => item.length > most) ? `At most ${most} characters each` : undefined;
}

const address = (text: string): string | undefined =>
  text.trim() === "" || isAddress(text.trim()) ? undefined : "Write an address, or nothing";

const CHECKS: Readonly<Record<string, Check>> = {
  name: ({ name }) => shortText(name, "name"),
  symbol: ({ symbol }) => shortText(symbol, "symbol"),
  description: ({ description }) =>
    longText(description, MOST.description, "Say what the records are, where and when they come from"),
  license: ({ license }) => longText(license, MOST.license, "Name a licence"),
  creatorName: ({ creatorName }) => longText(creatorName, MOST.creatorName, "Say who makes it"),
  version: ({ version }) => longText(version, MOST.version, "Write a version, such as 1.0.0"),
  keywords: ({ keywords }) => list(listOf(keywords, ","), MOST.keyword, "Write words by which people search"),
  fields,
  requirements: ({ requirements }) =>
    list(listOf(requirements, "\n"), MOST.line, "Say what a contribution must satisfy"),
  usageScenarios: ({ usageScenarios }) =>
    list(listOf(usageScenarios, "\n"), MOST.line, "Say what the data can be used for"),
  potentialCustomers: ({ potentialCustomers }) =>
    list(listOf(potentialCustomers, "\n"), 500, "Say who may want the data"),
  gate: ({ gate }) => address(gate),
  arbiter: ({ arbiter }) => address(arbiter),
};

function fields(draft: Draft): string | undefined {
  if (draft.fields.length === 0) return "Declare at least one field";
  try {
    checkNames(
      draft.fields.map(({ name }) => name),
      DEFAULT_LIMITS,
    );
  } catch (error) {
    return error instanceof DataError ? error.message : String(error);
  }
  return draft.fields.some(({ name, description }) => name.length > 200 || description.length > 5_000)
    ? "A name has at most 200 characters"
    : undefined;
}

/** What is wrong with the words of a draft, by what was typed. */
export function textFaults(draft: Draft): Readonly<Record<string, string>> {
  const found = Object.entries(CHECKS).map(([name, check]) => [name, check(draft)] as const);
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
