export interface ChoiceProps {
  readonly label: string;
  readonly words: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Something to have or not to have. */
export const Choice = ({ label, words, isOn, onChange }: ChoiceProps) => (
  <label class="way launch-choice">
    <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
    <span>
      {label} <span class="hint">{words}</span>
    </span>
  </label>
);
