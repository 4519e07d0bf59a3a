import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface SelectFieldProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly (readonly [value: V, name: string])[];
  readonly onValue: (value: V) => void;
  readonly hint?: ComponentChildren;
}

/** One of a few. */
export function SelectField<V extends string>({ label, value, options, onValue, hint }: SelectFieldProps<V>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Select {...{ id, value, options, onValue }} describedBy={`${id}-more`} />
      <p id={`${id}-more`} class="more">
        {hint}
      </p>
    </div>
  );
}

/** The same in a line, beside others. */
export function InlineSelect<V extends string>({ label, ...rest }: Omit<SelectFieldProps<V>, "hint">) {
  const id = useId();
  return (
    <span class="ds-choice">
      <label for={id}>{label}</label>
      <Select {...{ id, ...rest }} />
    </span>
  );
}

interface SelectProps<V extends string> extends Pick<SelectFieldProps<V>, "value" | "options" | "onValue"> {
  readonly id: string;
  readonly describedBy?: string;
}

const Select = <V extends string>({ id, value, options, onValue, describedBy }: SelectProps<V>) => (
  <select
    id={id}
    value={value}
    aria-describedby={describedBy}
    onChange={(event) => onValue(event.currentTarget.value as V)}
  >
    {options.map(([option, name]) => (
      <option key={option} value={option}>
        {name}
      </option>
    ))}
  </select>
);
