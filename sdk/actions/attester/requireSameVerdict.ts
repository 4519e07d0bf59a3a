import { DatawellError } from "../../errors/DatawellError.ts";
import type { Assessment } from "../../types/Contribution.ts";

/** What of an assessment two signatures must not differ in. */
export type Verdict = Pick<Assessment, "quality" | "novelty">;

/**
 * An attester stands by what it said first of a contribution.
 * @throws DatawellError Equivocation
 */
export function requireSameVerdict({ quality, novelty }: Verdict, earlier: Verdict | undefined): void {
  if (earlier === undefined || (earlier.quality === quality && earlier.novelty === novelty)) return;
  throw new DatawellError("Equivocation", { quality: earlier.quality, novelty: earlier.novelty });
}
