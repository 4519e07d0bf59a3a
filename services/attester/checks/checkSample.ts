import type { Claim } from "#sdk/attestation/claim.ts";
import { isBlank, type QualityOptions, recordAge } from "#sdk/data/assessQuality.ts";
import { FULL_BPS } from "#sdk/data/bps.ts";
import { conforms } from "#sdk/data/conforms.ts";
import { exactCell } from "#sdk/data/normalizeCell.ts";
import { recordKeys } from "#sdk/data/recordKeys.ts";
import type { Field, Row } from "#sdk/data/table.ts";
import { refusal } from "../refusal.ts";
import { refutes } from "./refutes.ts";

export interface Sampled {
  readonly rows: readonly Row[]; // drawn at random
  readonly fields: readonly Field[];
  readonly claim: Claim;
  readonly units: bigint;
  readonly options: QualityOptions & { readonly freshnessHorizon: number };
}

/**
 * Holds the drawn records against what was claimed of all.
 * @throws ServiceError 422 ClaimRefuted
 */
export function checkSample(sampled: Sampled): void {
  const { rows, fields, claim, units } = sampled;
  const size = rows.length;
  const share = (holds: (row: Row, column: number) => boolean): number =>
    rows.reduce((sum, row) => sum + fields.filter((_, column) => holds(row, column)).length / fields.length, 0);
  const fits = (row: Row, column: number) => conforms(row[column] as Row[number], fields[column] as Field);
  const usable = rows.filter((row) => fields.every((_, column) => fits(row, column)));
  const parts: readonly (readonly [what: string, sum: number, claimed: number])[] = [
    ["conformance", share(fits), claim.conformance / FULL_BPS],
    ["completeness", share((row, column) => !isBlank(row[column] as Row[number])), claim.completeness / FULL_BPS],
    // a sample never shows more repetition than the whole: only one of equal records is the first of them
    ["uniqueness", distinct(rows, fields), claim.uniqueness / FULL_BPS],
    ["data units", distinct(usable, fields), Number(units) / claim.records],
    ...freshness(sampled),
  ];
  for (const [what, sum, claimed] of parts) {
    if (!refutes({ sum, size }, claimed)) continue;
    throw refusal(
      "ClaimRefuted",
      `The opened records do not bear out the claimed ${what}: ${percent(sum / size)} of them, ${percent(claimed)} claimed`,
      "Measure the records that the content root commits to, against the declared fields",
    );
  }
}

const distinct = (rows: readonly Row[], fields: readonly Field[]): number =>
  new Set(recordKeys(rows, fields, exactCell)).size;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** At least half of all records are no older than the oldest median that gives the claimed freshness. */
function freshness({ rows, fields, claim, options }: Sampled): readonly (readonly [string, number, number])[] {
  const ageOf = recordAge(fields, options);
  if (ageOf === undefined || claim.freshness === undefined) return [];
  const horizon = BigInt(options.freshnessHorizon);
  const oldest = horizon - (BigInt(claim.freshness) * horizon + BigInt(FULL_BPS - 1)) / BigInt(FULL_BPS);
  return [["freshness of half the records", rows.filter((row) => BigInt(ageOf(row)) <= oldest).length, 0.5]];
}
