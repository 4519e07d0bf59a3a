import type { LiquidityChange } from "#sdk/indexer/types.ts";
import { liquidityChanges } from "../tables/liquidityChanges.ts";
import type { Page, PageParams } from "./Page.ts";
import { type Condition, pageOfFacts } from "./pageOfFacts.ts";
import type { Reading } from "./Reading.ts";
import { wire } from "./wire.ts";

/** Liquidity that was added, removed, or minted as the maker's fee, the newest first. */
export const listLiquidityChanges = (
  reading: Reading,
  params: Condition & PageParams,
): Promise<Page<LiquidityChange>> =>
  pageOfFacts(reading, liquidityChanges, params, (row) => ({
    ...wire(row),
    change: row.change as LiquidityChange["change"],
  }));
