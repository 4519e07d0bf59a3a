import { href } from "../../route.ts";
import type { Faults } from "./readDraft.ts";
import { leftIn, type Step, STEPS } from "./STEPS.ts";

export interface StepBarProps {
  readonly current: Step;
  readonly faults: Faults;
}

/** The steps of a launch, and what is left to do in each. */
export const StepBar = ({ current, faults }: StepBarProps) => (
  <nav aria-label="Steps of a launch">
    <ol class="launch-steps">
      {STEPS.map((step, index) => {
        const left = leftIn(step, faults);
        return (
          <li key={step.word}>
            <a href={href(["launch", step.word])} aria-current={step.word === current.word ? "step" : undefined}>
              {index + 1}. {step.title} {step.names.length > 0 && <Left of={left} />}
            </a>
          </li>
        );
      })}
    </ol>
  </nav>
);

const Left = ({ of: left }: { readonly of: number }) => (
  <span class={left === 0 ? "tag" : "tag todo"}>
    <span aria-hidden="true">{left === 0 ? "✓" : left}</span>
    <span class="unseen">{left === 0 ? "ready" : `${left} to do`}</span>
  </span>
);
