import type { IndexedJob } from "#sdk/indexer/types.ts";
import type { Row } from "../state/Table.ts";
import type { jobs } from "../tables/jobs.ts";
import { orNull, wire } from "./wire.ts";

type JobRow = Row<typeof jobs>;

const NOTHING = `0x${"0".repeat(64)}`;

/** A job as it is at a moment (unix seconds). */
export function jobOf({ block: _block, logIndex: _logIndex, ...row }: JobRow, now: number): IndexedJob {
  const given = (digest: string) => (digest === NOTHING ? null : digest);
  return {
    ...wire(row),
    arbiter: orNull(row.arbiter),
    stage: stageOf(row, now),
    until: orNull(row.until),
    resultDigest: given(row.resultDigest),
    payoutRoot: given(row.payoutRoot),
  };
}

/** Where a job stands, with what the passing of time alone has changed. */
export function stageOf(
  { phase, deadline, until }: Pick<JobRow, "phase" | "deadline" | "until">,
  now: number,
): IndexedJob["stage"] {
  if (phase === "Open") return now > deadline ? "expired" : "open";
  if (phase === "Settled") return now < until ? "challenge" : "final";
  if (phase === "Disputed") return now < until ? "disputed" : "unruled";
  if (phase === "Void") return "void";
  return phase === "Refunded" ? "refunded" : "final";
}
