import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onValue: (value: string) => void;
  readonly hint?: ComponentChildren;
}

/** One of a few. */
export function SelectField({ label, value, options, onValue, hint }: SelectFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={`${id}-more`}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
      <p id={`${id}-more`} class="more">
        {hint}
      </p>
    </div>
  );
}
