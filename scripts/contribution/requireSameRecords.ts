import { contentRoot } from "#sdk/data/contentRoot.ts";
import { dataUnits } from "#sdk/data/dataUnits.ts";
import type { Row } from "#sdk/data/table.ts";
import { badInput } from "../input/badInput.ts";
import type { ContributionFile } from "./ContributionFile.ts";

/** An attester vouches for a root and a count, so both must be those of the records that it got. */
export function requireSameRecords(
  { contribution, fields }: ContributionFile,
  rows: readonly Row[],
  key: string,
): void {
  if (contentRoot(rows, key) !== contribution.contentRoot) {
    throw badInput("These records and this key do not give the contribution's root", "Ask the provider for both again");
  }
  const units = dataUnits(rows, fields);
  if (units !== contribution.units) {
    throw badInput(
      `The contribution claims ${contribution.units} data units, the records have ${units}`,
      "Do not sign",
    );
  }
}
