import { laneAgreement } from "../math/laneAgreement.ts";
import { bareLanes } from "../math/minHash.ts";
import { coarseCell } from "./normalizeCell.ts";
import { recordKeys } from "./recordKeys.ts";
import { sketchTable } from "./sketchTable.ts";
import type { Field, Row } from "./table.ts";

/**
 * How alike two halves of this table look although they share no record, which is what honest contributions to one
 * dataset look like. A pool whose threshold is not well above it would punish them; see docs/spec/similarity.md.
 * @param seed any 32 bytes of hex: how often lanes agree does not depend on it
 * @returns lanes that agree, of 64
 * @throws DataError TooFewFeatures, InvalidKey
 */
export function halvesAgreement(rows: readonly Row[], fields: readonly Field[], seed: string): number {
  const sorted = recordKeys(rows, fields, coarseCell)
    .map((record, index) => ({ record, row: rows[index] as Row }))
    .toSorted((a, b) => (a.record < b.record ? -1 : 1))
    .map(({ row }) => row);
  const [even, odd] = [0, 1].map((rest) => sorted.filter((_, index) => index % 2 === rest));
  return laneAgreement(
    bareLanes(sketchTable(even as Row[], fields, seed)),
    bareLanes(sketchTable(odd as Row[], fields, seed)),
  );
}
