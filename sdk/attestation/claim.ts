import { z } from "zod";
import { assessQuality, qualityOf, type QualityOptions, type QualityParts } from "../data/assessQuality.ts";
import { FULL_BPS } from "../data/bps.ts";
import { coarseCell } from "../data/normalizeCell.ts";
import { recordKeys } from "../data/recordKeys.ts";
import type { Table } from "../data/table.ts";

const bps = z.int().min(0).max(FULL_BPS);

/** What a device says of records that the attesters do not see; they test it on those that it opens. */
export const claimSchema = z.strictObject({
  records: z.int().min(1).max(0xffffffff),
  conformance: bps,
  completeness: bps,
  uniqueness: bps,
  freshness: bps.optional(), // absent where no field is a date
  distinct: z.int().min(1).max(0xffffffff), // records that differ in the coarse form of the sketch
});

export type Claim = Readonly<z.infer<typeof claimSchema>>;

/** Measures what is to be claimed; the same for whoever measures the same. */
export const claimOf = (table: Table, options: QualityOptions): Claim =>
  claimWith(table, assessQuality(table.rows, table.fields, options).parts);

/** What is to be claimed of records that were measured elsewhere. */
export const claimWith = ({ rows, fields }: Table, parts: QualityParts): Claim => ({
  records: rows.length,
  ...parts,
  distinct: new Set(recordKeys(rows, fields, coarseCell)).size,
});

/** The quality that follows from a claim, bps. */
export const claimedQuality = (claim: Claim): number => qualityOf(claim, claim.records).quality;
