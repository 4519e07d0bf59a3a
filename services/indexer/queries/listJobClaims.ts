import type { JobClaim } from "#sdk/indexer/types.ts";
import { jobClaims } from "../tables/jobClaims.ts";
import type { Page, PageParams } from "./Page.ts";
import { type Condition, pageOfFacts } from "./pageOfFacts.ts";
import type { Reading } from "./Reading.ts";
import { wire } from "./wire.ts";

/** What providers took out of jobs, the newest first. */
export const listJobClaims = (reading: Reading, params: Condition & PageParams): Promise<Page<JobClaim>> =>
  pageOfFacts(reading, jobClaims, params, wire);
