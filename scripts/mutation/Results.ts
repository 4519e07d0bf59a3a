import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Verdict } from "./Mutant.ts";
import { SWITCH_SOURCE } from "./instrument.ts";
import type { Sources } from "./solc.ts";

/** Verdicts on disk, one per line, so that an interrupted run can go on. */
export interface Results {
  readonly known: ReadonlyMap<string, Verdict>;
  add(verdict: Verdict): void;
}

/** The results for exactly these sources: contracts and tests. `isFresh` forgets those of an earlier run. */
export function openResults(sources: Sources, isFresh: boolean, folder = "cache/mutation"): Results {
  const content = createHash("sha256")
    .update(JSON.stringify([SWITCH_SOURCE, sources]))
    .digest("hex");
  const path = join(folder, `${content.slice(0, 32)}.jsonl`);
  mkdirSync(dirname(path), { recursive: true });
  if (isFresh) rmSync(path, { force: true });
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  const verdicts = lines.filter((line) => line.endsWith("}")).map((line) => JSON.parse(line) as Verdict);
  return {
    known: new Map(verdicts.map((verdict) => [verdict.key, verdict])),
    add: (verdict) => appendFileSync(path, `${JSON.stringify(verdict)}\n`),
  };
}
