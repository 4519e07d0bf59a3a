import type { Step } from "./stepsOf.ts";
import { dayAndTime } from "../../../ui/time.ts";

export interface StepsProps {
  readonly steps: readonly Step[];
  readonly endsAt: number | undefined; // unix seconds, of the stage at hand
}

const MARKS: Readonly<Record<Step["state"], readonly [mark: string, said: string]>> = {
  done: ["✓", "done"],
  now: ["●", "at hand"],
  ahead: ["○", "to come"],
  failed: ["✕", "failed"],
  skipped: ["–", "left out"],
};

/** The steps of a job, the one at hand told to those who listen. */
export function Steps({ steps, endsAt }: StepsProps) {
  const now = steps.find(({ state }) => state === "now" || state === "failed");
  return (
    <>
      <ol class="compute-steps">
        {steps.map(({ name, state, detail }) => {
          const [mark, said] = MARKS[state];
          return (
            <li key={name} class={state} aria-current={state === "now" ? "step" : undefined}>
              <span class="mark" role="img" aria-label={said}>
                {mark}
              </span>
              <span>
                {name}
                {detail !== undefined && <span class="hint compute-line">{detail}</span>}
                {state === "now" && endsAt !== undefined && (
                  <span class="hint compute-line">at the latest {dayAndTime(BigInt(endsAt))}</span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      <p role="status" class="unseen">
        {now === undefined ? "All steps are over" : `${now.name}: ${MARKS[now.state][1]}`}
      </p>
    </>
  );
}
