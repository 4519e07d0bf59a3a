import { badInput } from "./badInput.ts";

/** Reads one of a few words. */
export function oneOf<const W extends string>(text: string, option: string, words: readonly W[]): W {
  const found = words.find((word) => word === text);
  if (found === undefined) throw badInput(`--${option} is "${text}"`, `Write ${words.join(" or ")}`);
  return found;
}
