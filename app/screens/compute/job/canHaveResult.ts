import type { JobView } from "#sdk/rounds/answers.ts";
import type { JobPhase } from "#sdk/types/Job.ts";

/** Whether there may be a result to ask for; while it is unmasked only asking tells. */
export function canHaveResult(phase: JobPhase, view: Pick<JobView, "stage"> | undefined): boolean {
  if (phase === "Open") return view?.stage === "unmasking" || view?.stage === "settled";
  return phase === "Settled" || phase === "Overruled" || phase === "Disputed";
}
