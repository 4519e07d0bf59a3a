import { Choice } from "./Choice.tsx";
import { draft, edit } from "./keptDraft.ts";
import type { StepProps } from "./StepProps.ts";
import { TermFields } from "./TermFields.tsx";
import { DraftText } from "./DraftText.tsx";

/** What providers earn and risk. */
export function Rewards({ faults }: StepProps) {
  const { rewardInBase, staking } = draft.value;
  return (
    <>
      <Choice
        label="Reward in ALITA"
        words="instead of Data Tokens: you pay all that you set aside at the launch"
        isOn={rewardInBase}
        onChange={(isOn) => edit({ rewardInBase: isOn })}
      />
      <TermFields names={["allocation", "maxIncentive", "updateMax", "minQuality"]} faults={faults} />
      <Choice
        label="Staking and votes"
        words="Providers stake what they earn, vote on offers and changes, share licence revenue and answer for copies"
        isOn={staking}
        onChange={(isOn) => edit({ staking: isOn })}
      />
      <details class="settings">
        <summary>Copies, and who may contribute</summary>
        <div class="form">
          <TermFields names={["challengeWindow", "unbonding", "slashBps", "similarityLanes"]} faults={faults} />
          <DraftText
            of="gate"
            label="Gate"
            hint="Address of a contract that decides who may contribute; empty: everybody may"
            faults={faults}
          />
        </div>
      </details>
    </>
  );
}
