import { DraftText } from "./DraftText.tsx";
import { AttesterPicker } from "./AttesterPicker.tsx";
import { draft, edit } from "./keptDraft.ts";
import { thresholdOf } from "./readDraft.ts";
import type { StepProps } from "./StepProps.ts";

/** Who judges contributions. */
export function Attesters({ faults }: StepProps) {
  const { attesters, threshold } = draft.value;
  return (
    <>
      <p>
        Attesters look at every contribution, sign how good it is, and lose their bond if they contradict themselves.
        Choose several who do not know each other.
      </p>
      <AttesterPicker chosen={attesters} onChoose={(chosen) => edit({ attesters: chosen })} />
      <DraftText
        of="threshold"
        label="How many must agree"
        unit={`of ${attesters.length}`}
        hint={
          threshold.trim() === "" ? `Leave it empty for more than half: ${thresholdOf(draft.value)}` : "At least one"
        }
        faults={faults}
        isNumber
      />
    </>
  );
}
