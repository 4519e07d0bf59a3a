import type { Slash } from "#sdk/indexer/types.ts";
import { slashes } from "../tables/slashes.ts";
import type { Page, PageParams } from "./Page.ts";
import { type Condition, pageOfFacts } from "./pageOfFacts.ts";
import type { Reading } from "./Reading.ts";
import { orNull, wire } from "./wire.ts";

/** Proven copies and contradictions, the newest first. */
export const listSlashes = (reading: Reading, params: Condition & PageParams): Promise<Page<Slash>> =>
  pageOfFacts(reading, slashes, params, (row) => ({
    ...wire(row),
    offence: row.offence === "duplicate" ? "duplicate" : "equivocation",
    older: orNull(row.older),
  }));
