import { badInput } from "../input/badInput.ts";
import { readJson } from "../input/readJson.ts";
import { revive } from "../input/revive.ts";

/** A provider's word that anybody may submit its contribution. */
export interface ConsentFile {
  readonly pool: string;
  readonly contentTag: string;
  readonly minReward: bigint; // reward-token wei
  readonly deadline: bigint; // unix seconds, last moment to submit
  readonly signature: string;
}

/** Reads what `pool consent --out` wrote. */
export function readConsent(path: string, option: string): ConsentFile {
  const file = readJson(path, option);
  if (typeof file.contentTag !== "string" || typeof file.signature !== "string") {
    throw badInput(`--${option} names ${path}, which is no consent`, "Use what `pool consent --out` wrote");
  }
  return revive(file) as ConsentFile;
}
