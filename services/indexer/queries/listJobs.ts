import type { JOB_STAGES } from "#sdk/indexer/schemas/index.ts";
import type { IndexedJob } from "#sdk/indexer/types.ts";
import type { Value } from "../../shared/database/index.ts";
import { jobs } from "../tables/jobs.ts";
import { jobOf } from "./jobOf.ts";
import type { Page, PageParams } from "./Page.ts";
import { pageOfFacts } from "./pageOfFacts.ts";
import type { Reading } from "./Reading.ts";

export interface JobParams extends PageParams {
  readonly consumer?: string;
  readonly coordinator?: string;
  readonly provider?: string; // who was paid from it
  readonly pool?: string;
  readonly stage?: (typeof JOB_STAGES)[number];
}

/** `stageOf` in SQL; the parameters are the moment, once for each `?`. */
const STAGES: Readonly<Record<(typeof JOB_STAGES)[number], string>> = {
  open: "phase = 'Open' AND deadline >= ?",
  expired: "phase = 'Open' AND deadline < ?",
  challenge: "phase = 'Settled' AND until > ?",
  disputed: "phase = 'Disputed' AND until > ?",
  unruled: "phase = 'Disputed' AND until <= ?",
  final: "(phase = 'Overruled' OR (phase = 'Settled' AND until <= ?))",
  void: "phase = 'Void'",
  refunded: "phase = 'Refunded'",
};

/** The jobs that match, the newest first. */
export function listJobs(reading: Reading, params: JobParams): Promise<Page<IndexedJob>> {
  const { consumer, coordinator, provider, pool, stage, limit, cursor } = params;
  const parts = ["1 = 1"];
  const values: Value[] = [];
  for (const [column, value] of Object.entries({ consumer, coordinator, pool })) {
    if (value === undefined) continue;
    parts.push(`${column} = ?`);
    values.push(value);
  }
  if (provider !== undefined) {
    parts.push("job_id IN (SELECT job_id FROM indexer_job_claims WHERE provider = ?)");
    values.push(provider);
  }
  if (stage !== undefined) {
    parts.push(STAGES[stage]);
    if (STAGES[stage].includes("?")) values.push(reading.now);
  }
  const condition = { where: parts.join(" AND "), params: values };
  return pageOfFacts(reading, jobs, { ...condition, limit, cursor }, (row) => jobOf(row, reading.now));
}
