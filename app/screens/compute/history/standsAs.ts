import type { IndexedJob } from "#sdk/indexer/types.ts";
import type { JobPhase } from "#sdk/types/Job.ts";

/** Where a job stands, in the indexer's words and in ours. */
export const STAGES: Readonly<Record<IndexedJob["stage"], string>> = {
  open: "Running",
  expired: "Not settled: money waits for you",
  challenge: "Settled, not final yet",
  disputed: "Disputed",
  unruled: "Not ruled on: money waits for you",
  final: "Settled",
  void: "Overruled: money waits for you",
  refunded: "Everything came back",
};

export interface Standing {
  readonly phase: JobPhase;
  readonly until: bigint; // unix seconds
  readonly deadline: bigint; // unix seconds
}

/** The stage of a job by what the chain tells, at a moment (unix seconds). */
export function stageOf({ phase, until, deadline }: Standing, now: bigint): IndexedJob["stage"] {
  switch (phase) {
    case "None":
    case "Open":
      return now > deadline ? "expired" : "open";
    case "Settled":
      return now < until ? "challenge" : "final";
    case "Overruled":
      return "final";
    case "Disputed":
      return now < until ? "disputed" : "unruled";
    case "Void":
      return "void";
    case "Refunded":
      return "refunded";
  }
}
