import { assessQuality } from "#sdk/data/assessQuality.ts";
import { conforms } from "#sdk/data/conforms.ts";
import { contentDigest } from "#sdk/data/contentTag.ts";
import { dataUnits } from "#sdk/data/dataUnits.ts";
import { novelty } from "#sdk/data/novelty.ts";
import type { Table } from "#sdk/data/table.ts";
import type { FieldFault, Reading } from "./Reading.ts";

export interface MeasureOptions {
  readonly now: number; // unix seconds
  readonly freshnessHorizon?: number; // seconds, the attesters'
  readonly parent?: Table | undefined; // what these records update
}

/** Two sketches that agree in no lane: the similarity of an update is looked at when the attesters made its sketch. */
const [UNLIKE, OTHER] = [`0x${"0".repeat(64)}`, `0x${"1".repeat(64)}`] as const;
const ALL_LANES = 64;

/** Measures records as attesters will. */
export function measure({ rows, fields }: Table, { now, freshnessHorizon, parent }: MeasureOptions): Reading {
  const { quality, passesGate, parts } = assessQuality(rows, fields, {
    now,
    ...(freshnessHorizon !== undefined && { freshnessHorizon }),
  });
  const found =
    parent && novelty({ rows: parent.rows, sketch: UNLIKE }, { rows, sketch: OTHER }, { fields, lanes: ALL_LANES });
  return {
    records: rows.length,
    units: dataUnits(rows, fields),
    fields,
    quality: BigInt(quality),
    passesGate,
    parts,
    faults: faultsOf({ rows, fields }),
    digest: contentDigest(rows, fields),
    ...(found !== undefined && { novelty: BigInt(found) }),
  };
}

function faultsOf({ rows, fields }: Table): readonly FieldFault[] {
  return fields
    .map((field, column) => ({
      name: field.name,
      type: field.type,
      cells: rows.filter((row) => !conforms(row[column] ?? null, field)).length,
    }))
    .filter(({ cells }) => cells > 0)
    .toSorted((a, b) => b.cells - a.cells);
}
