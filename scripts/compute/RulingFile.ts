import type { JobRuling } from "#sdk/types/Job.ts";
import { badInput } from "../input/badInput.ts";
import { readJson } from "../input/readJson.ts";
import { revive } from "../input/revive.ts";

/** One attester's word on a dispute. */
export interface RulingFile {
  readonly ruling: JobRuling;
  readonly attester: string;
  readonly signature: string;
}

/** Reads what `compute rule --out` wrote. */
export function readRuling(path: string, option: string): RulingFile {
  const file = readJson(path, option);
  if (typeof file.ruling !== "object" || typeof file.signature !== "string") {
    throw badInput(`--${option} names ${path}, which is no ruling`, "Use what `compute rule --out` wrote");
  }
  return revive(file) as RulingFile;
}
