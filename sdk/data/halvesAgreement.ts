import { laneAgreement } from "../math/laneAgreement.ts";
import { lanesOf } from "../math/minHash.ts";
import { coarseCell } from "./normalizeCell.ts";
import { recordKeys } from "./recordKeys.ts";
import { sketchTable } from "./sketchTable.ts";
import type { Field, Row } from "./table.ts";

/**
 * Lanes in which two halves of this table agree although they share no record: what honest contributions to one dataset
 * look like. A pool whose threshold is not well above it would punish them; see docs/spec/similarity.md.
 */
export function halvesAgreement(rows: readonly Row[], fields: readonly Field[], key: string): number {
  const sorted = recordKeys(rows, fields, coarseCell)
    .map((record, index) => ({ record, row: rows[index] as Row }))
    .toSorted((a, b) => (a.record < b.record ? -1 : 1))
    .map(({ row }) => row);
  const [even, odd] = [0, 1].map((rest) => sorted.filter((_, index) => index % 2 === rest));
  return laneAgreement(
    lanesOf(sketchTable(even as Row[], fields, key)),
    lanesOf(sketchTable(odd as Row[], fields, key)),
  );
}
