import { ZeroHash } from "ethers";
import { FULL_BPS } from "#sdk/data/bps.ts";
import type { Submission } from "#sdk/attestation/wire.ts";
import type { Field } from "#sdk/data/table.ts";
import { refusal } from "../refusal.ts";

/**
 * Whether a claim can be true at all.
 * @throws ServiceError 422 ImpossibleClaim
 */
export function checkClaim(
  { claim, contribution, novelty, parentRecords }: Submission,
  fields: readonly Field[],
): void {
  const { records, distinct, uniqueness, freshness } = claim;
  // uniqueness is rounded down: there are fewer distinct records than one basis point more would give
  const most = (BigInt(uniqueness + 1) * BigInt(records)) / BigInt(FULL_BPS) + 1n;
  const isFirst = contribution.parent === ZeroHash;
  const faults: readonly (readonly [boolean, string])[] = [
    [BigInt(contribution.units) > most, "more data units than distinct records"],
    [BigInt(distinct) > most || distinct > records, "more records of different coarse form than distinct records"],
    [BigInt(contribution.units) > BigInt(records), "more data units than records"],
    [fields.some(({ type }) => type === "date") !== (freshness !== undefined), "freshness and no date, or the reverse"],
    [isFirst !== (parentRecords === 0), "records of a parent and none named, or the reverse"],
    [isFirst && novelty !== 0, "novelty and no parent"],
  ];
  const [, fault] = faults.find(([holds]) => holds) ?? [];
  if (fault === undefined) return;
  throw refusal("ImpossibleClaim", `The contribution claims ${fault}`, "Measure the records again");
}
