import { createHash } from "node:crypto";
import type { Mutant } from "./Mutant.ts";

const rank = ({ key }: Mutant): string => createHash("sha256").update(`sample ${key}`).digest("hex");

/** The same `count` of the mutants every time, wherever they stand; all of them without a count. */
export function sampleOf(mutants: readonly Mutant[], count = mutants.length): Mutant[] {
  const drawn = new Set(mutants.toSorted((a, b) => rank(a).localeCompare(rank(b))).slice(0, count));
  return mutants.filter((mutant) => drawn.has(mutant));
}
