import { laneAgreement } from "../math/laneAgreement.ts";
import { lanesOf } from "../math/minHash.ts";
import { ratioBpsDown } from "./bps.ts";
import { DataError } from "./DataError.ts";
import { coarseCell } from "./normalizeCell.ts";
import { recordKeys } from "./recordKeys.ts";
import { sketchTable } from "./sketchTable.ts";
import type { Field, Row } from "./table.ts";

export interface NoveltyOptions {
  readonly fields: readonly Field[]; // both contributions are under the same declaration
  readonly lanes: number; // of 64: the pool's threshold of a near duplicate
  readonly key: string; // the pool's sketch key, 32 bytes of hex
}

/**
 * Share of distinct records that the parent does not have, in bps. Records are compared as in the sketch, so a changed
 * last digit makes nothing new; and an update whose sketch repeats its parent's, which anybody could slash, has none.
 */
export function novelty(parentRows: readonly Row[], rows: readonly Row[], options: NoveltyOptions): number {
  const { fields, lanes, key } = options;
  if (!Number.isInteger(lanes) || lanes < 1 || lanes > 64) {
    throw new DataError("OutOfRange", `${lanes} is not a number of lanes`, "Pass 1 to 64");
  }
  const [before, after] = [parentRows, rows].map((side) => lanesOf(sketchTable(side, fields, key)));
  if (laneAgreement(before as string, after as string) >= lanes) return 0;
  const known = new Set(recordKeys(parentRows, fields, coarseCell));
  const records = new Set(recordKeys(rows, fields, coarseCell));
  return ratioBpsDown([...records].filter((record) => !known.has(record)).length, records.size);
}
