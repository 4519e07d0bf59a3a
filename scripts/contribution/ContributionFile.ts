import type { Field } from "#sdk/data/table.ts";
import type { Contribution } from "#sdk/types/Contribution.ts";
import { badInput } from "../input/badInput.ts";
import { readJson } from "../input/readJson.ts";
import { revive } from "../input/revive.ts";

/** What a provider hands to attesters beside the records: everything that does not take the attesters' key. */
export interface ContributionFile {
  readonly chainId: bigint;
  readonly pool: string;
  readonly similarityLanes: bigint; // of 64: the pool's threshold of a near duplicate
  readonly contribution: Omit<Contribution, "contentTag" | "sketch">;
  readonly fields: readonly Field[]; // all attesters measure against the same declaration
  readonly assessedAt: bigint; // unix seconds at which freshness is measured
  readonly deadline: bigint; // unix seconds, last moment the attestations may be used
}

/** Reads what `pool contribute --out` wrote. */
export function readContribution(path: string, option: string): ContributionFile {
  const file = readJson(path, option);
  if (typeof file.contribution !== "object" || !Array.isArray(file.fields)) {
    throw badInput(`--${option} names ${path}, which is no contribution`, "Use what `pool contribute --out` wrote");
  }
  return { ...(revive(file) as ContributionFile), fields: file.fields }; // a field may be called "2020"
}
