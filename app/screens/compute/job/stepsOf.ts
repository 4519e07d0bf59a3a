import type { JobView } from "#sdk/rounds/answers.ts";
import type { FoundJob } from "./Found.ts";

/** A step of a job, and whether it is over. */
export interface Step {
  readonly name: string;
  readonly state: "done" | "now" | "ahead" | "failed" | "skipped"; // skipped: the money came back without it
  readonly detail?: string;
}

export interface StepsParams extends Pick<FoundJob, "status" | "roots" | "settled"> {
  readonly isHandedIn: boolean; // as far as this browser knows
  readonly view: Pick<JobView, "stage" | "enrolled" | "why"> | undefined; // of the coordinator, if it answers
}

const NAMES = [
  "Paid and held by the contract",
  "Handed to the coordinator",
  "Devices enrol",
  "Devices share their secrets",
  "Devices compute, each for itself",
  "The sum is unmasked, and nothing but the sum",
  "Settled on chain",
  "What was not used is back",
] as const;

const AT = { enrolling: 2, sharing: 3, masking: 4, unmasking: 5, settled: 6, failed: 6 } as const;

/** How far a job is: the chain is believed before the coordinator. */
export function stepsOf(params: StepsParams): readonly Step[] {
  const now = placeOf(params);
  const failed = failureOf(params);
  const reached = params.status.phase === "Refunded" ? provenBy(params) : now;
  const stateOf = (place: number): Step["state"] => {
    if (place < reached || (now > LAST && place === LAST)) return "done";
    if (now > LAST) return "skipped";
    if (place > now) return "ahead";
    return failed === undefined ? "now" : "failed";
  };
  return NAMES.map((name, place) => {
    const state = stateOf(place);
    const detail = state === "failed" ? failed : detailOf(place, params);
    return { name, state, ...(detail !== undefined && { detail }) };
  });
}

const LAST = NAMES.length - 1;

/** The step at hand; beyond the last: all are over. */
function placeOf(params: StepsParams): number {
  const { status, view } = params;
  const { phase, unusedReturned } = status;
  if (phase === "Refunded" || unusedReturned) return NAMES.length;
  if (phase === "Settled" || phase === "Overruled") return LAST;
  if (phase !== "Open") return AT.settled;
  return view === undefined ? provenBy(params) : Math.max(provenBy(params), AT[view.stage]);
}

/** The first step that neither the chain nor this browser can prove to be over. */
function provenBy({ roots, settled, isHandedIn }: StepsParams): number {
  if (settled !== undefined) return LAST;
  if (roots.survivors) return AT.unmasking;
  if (roots.roster) return AT.sharing;
  return isHandedIn ? AT.enrolling : 1;
}

function failureOf({ status, view }: StepsParams): string | undefined {
  if (status.phase === "Disputed") return "Disputed: it is ruled on";
  if (status.phase === "Void") return "Overruled: everything comes back";
  if (status.phase !== "Open" || view?.stage !== "failed") return undefined;
  return `The round failed: ${view.why ?? "the coordinator does not say why"}`;
}

function detailOf(place: number, { view, settled }: StepsParams): string | undefined {
  if (place === AT.enrolling && view !== undefined) return `${view.enrolled} devices`;
  if (place === AT.settled && settled !== undefined) return settled.consented ? "with your consent" : "without consent";
  return undefined;
}
