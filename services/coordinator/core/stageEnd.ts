import type { Rules } from "../Rules.ts";
import type { Round, Stage } from "./Round.ts";

const NAMES = {
  enrolling: "enrolSeconds",
  sharing: "shareSeconds",
  masking: "maskSeconds",
  unmasking: "unmaskSeconds",
  offered: "consentSeconds",
} as const satisfies Partial<Record<Stage, keyof Rules>>;

export type TimedStage = keyof typeof NAMES;

/** When a stage that begins now ends: after its time, or when the job has to be settled. Unix seconds. */
export function stageEnd(rules: Rules, job: Round["job"], stage: TimedStage, now: number): number {
  return Math.max(now, Math.min(now + rules[NAMES[stage]], Number(job.deadline) - rules.settleSeconds));
}

/** Whether the time of a stage is over. */
export const isOver = ({ endsAt }: Pick<Round, "endsAt">, now: number): boolean =>
  endsAt !== undefined && now >= endsAt;
