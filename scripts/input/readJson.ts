import { badInput } from "./badInput.ts";
import { readText } from "./readText.ts";

/** The object in a JSON file that the user named. */
export function readJson(path: string, option: string): Readonly<Record<string, unknown>> {
  const value = parse(readText(path, option));
  if (typeof value === "object" && value !== null) return value as Readonly<Record<string, unknown>>;
  throw badInput(`--${option} names ${path}, which is not a JSON object`, "Use the file that the other command wrote");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
