import { laneAgreement } from "../math/laneAgreement.ts";
import { ratioBpsDown } from "./bps.ts";
import { DataError } from "./DataError.ts";
import { coarseCell } from "./normalizeCell.ts";
import { recordKeys } from "./recordKeys.ts";
import type { Field, Row } from "./table.ts";

export interface NoveltyOptions {
  readonly fields: readonly Field[]; // both contributions are under the same declaration
  readonly lanes: number; // of 64: the pool's threshold of a near duplicate
}

/** A contribution's records with its sketch on chain. */
export interface Sketched {
  readonly rows: readonly Row[];
  readonly sketch: string;
}

/**
 * Share of distinct records that the parent does not have, in bps. Records are compared as in the sketch, so a changed
 * last digit makes nothing new; and an update whose sketch repeats its parent's, which anybody could slash, has none.
 */
export function novelty(parent: Sketched, update: Sketched, { fields, lanes }: NoveltyOptions): number {
  if (!Number.isInteger(lanes) || lanes < 1 || lanes > 64) {
    throw new DataError("OutOfRange", `${lanes} is not a number of lanes`, "Pass 1 to 64");
  }
  if (laneAgreement(parent.sketch, update.sketch) >= lanes) return 0;
  const known = new Set(recordKeys(parent.rows, fields, coarseCell));
  const records = new Set(recordKeys(update.rows, fields, coarseCell));
  return ratioBpsDown([...records].filter((record) => !known.has(record)).length, records.size);
}
