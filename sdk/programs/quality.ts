import type { Quality, QualityOptions } from "../data/assessQuality.ts";
import type { Field } from "../data/table.ts";
import { TASK_LIMITS } from "../task/limits.ts";
import { ready, type ReadyProgram } from "./ReadyProgram.ts";
import { SCRIPT } from "./scripts/quality.ts";

export interface QualityParams {
  readonly fields: readonly Field[]; // as the dataset declares them
  readonly options: QualityOptions; // the same for the device and all attesters
  readonly records: number; // that are measured, all in one batch
}

/** More than the measure needs for records of usual width; a run that needs more answers zeros, quality 0. */
const GAS_PER_FIELD = 400_000n;
const FULL = 10_000n; // basis points

/**
 * `assessQuality` as a metered program, for one provider's records: whoever re-runs it finds the same to the bit,
 * whatever its machine or its version of Unicode. Not to be summed over providers.
 */
export function quality({ fields, options, records }: QualityParams): ReadyProgram<Quality> {
  const read = (answer: readonly bigint[]): Quality => {
    const [total = 0, conformance = 0, completeness = 0, uniqueness = 0, freshness = 0] = answer.map(Number);
    const parts = { conformance, completeness, uniqueness, ...(freshness < 0 ? {} : { freshness }) };
    return { quality: total, passesGate: total > 0, parts };
  };
  return ready({
    script: SCRIPT,
    fields: fields.map(({ name }) => name),
    params: { fields, options },
    length: 5,
    terms: {
      bound: FULL,
      gasPerRow: GAS_PER_FIELD * BigInt(fields.length),
      batchRows: Math.min(records, TASK_LIMITS.batchRows),
    },
    read,
  });
}
