import { Choice } from "./Choice.tsx";
import { draft, edit } from "./keptDraft.ts";
import type { StepProps } from "./StepProps.ts";
import { TermFields } from "./TermFields.tsx";
import { DraftText } from "./DraftText.tsx";

/** What is sold, and what is never told. */
export function Sale({ faults }: StepProps) {
  const { listed } = draft.value;
  return (
    <>
      <Choice
        label="On sale from the start"
        words="Licences and compute; you can switch this at any time"
        isOn={listed}
        onChange={(isOn) => edit({ listed: isOn })}
      />
      <TermFields names={["price", "licencePeriod", "unitPrice", "minCohort", "epsilonPerJob"]} faults={faults} />
      <details class="settings">
        <summary>Privacy over time, burning and disputes</summary>
        <div class="form">
          <TermFields names={["epsilonPerPeriod", "privacyPeriod", "burnBps"]} faults={faults} />
          <DraftText
            of="arbiter"
            label="Arbiter"
            hint="Address of an ERC-792 arbitrator of disputes; empty: the attesters rule"
            faults={faults}
          />
        </div>
      </details>
    </>
  );
}
