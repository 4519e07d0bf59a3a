import type { StakeChange } from "#sdk/indexer/types.ts";
import { stakeChanges } from "../tables/stakeChanges.ts";
import type { Page, PageParams } from "./Page.ts";
import { type Condition, pageOfFacts } from "./pageOfFacts.ts";
import type { Reading } from "./Reading.ts";
import { wire } from "./wire.ts";

/** Changes of stakes, the newest first. */
export const listStakeChanges = (reading: Reading, params: Condition & PageParams): Promise<Page<StakeChange>> =>
  pageOfFacts(reading, stakeChanges, params, (row) => ({
    ...wire(row),
    change: row.change as StakeChange["change"],
  }));
