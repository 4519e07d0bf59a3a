import type { QualityParts } from "#sdk/data/assessQuality.ts";
import type { Field } from "#sdk/data/table.ts";

/** Cells of a field that are not what it declares. */
export interface FieldFault {
  readonly name: string;
  readonly type: Field["type"];
  readonly cells: number;
}

/** What is found in records before anybody else has a part in it. */
export interface Reading {
  readonly records: number;
  readonly units: bigint; // records that count: distinct, every cell as declared
  readonly fields: readonly Field[];
  readonly quality: bigint; // bps
  readonly passesGate: boolean;
  readonly parts: QualityParts;
  readonly faults: readonly FieldFault[]; // fields with faults only, most first
  readonly digest: string; // of the content: the same whatever the order of records and columns
  readonly threshold?: number; // attesters that must sign
  readonly novelty?: bigint; // bps against the parent, as far as records tell: the sketch is made with the attesters
}
