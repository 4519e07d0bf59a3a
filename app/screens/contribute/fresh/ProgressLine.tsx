import type { Progress } from "../engine/useEngine.ts";

export interface ProgressLineProps {
  readonly of: Progress;
}

/** What is being done to the records, and how far it is. */
export const ProgressLine = ({ of: { done, of, words } }: ProgressLineProps) => (
  <div class="contribute-progress" role="status">
    <span>
      {words} … ({done + 1} of {of})
    </span>
    <progress max={of} value={done} aria-label="Progress" />
  </div>
);
