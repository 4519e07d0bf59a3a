import { ZeroHash } from "ethers";
import { assessQuality } from "#sdk/data/assessQuality.ts";
import { contentTag } from "#sdk/data/contentTag.ts";
import { novelty } from "#sdk/data/novelty.ts";
import { sketchOf } from "#sdk/data/sketchOf.ts";
import type { Row } from "#sdk/data/table.ts";
import type { Assessment, Contribution } from "#sdk/types/Contribution.ts";
import { badInput } from "../input/badInput.ts";
import type { ContributionFile } from "./ContributionFile.ts";

export interface Assessed {
  readonly contribution: Contribution;
  readonly assessment: Assessment;
}

/** What an attester finds in the records: their tag and sketch under the attesters' key, quality and novelty. */
export function assess(
  file: ContributionFile,
  rows: readonly Row[],
  key: string,
  parentRows?: readonly Row[],
): Assessed {
  const { fields, assessedAt, deadline, similarityLanes } = file;
  const isUpdate = file.contribution.parent !== ZeroHash;
  if (isUpdate !== (parentRows !== undefined)) {
    throw badInput(
      isUpdate ? "The records of the parent are missing" : "A first contribution has no parent",
      isUpdate ? "Name them with --parent-file" : "Leave out --parent-file",
    );
  }
  const { quality } = assessQuality(rows, fields, { now: Number(assessedAt) });
  const sketched = (records: readonly Row[]) => ({ rows: records, sketch: sketchOf(records, fields, key) });
  const update = sketched(rows);
  const fresh = parentRows && novelty(sketched(parentRows), update, { fields, lanes: Number(similarityLanes) });
  return {
    contribution: {
      ...file.contribution,
      contentTag: contentTag(rows, fields, key),
      sketch: update.sketch,
    },
    assessment: { quality: BigInt(quality), novelty: BigInt(fresh ?? 0), deadline },
  };
}
