import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface TextFieldProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly hint?: ComponentChildren;
  readonly isNumber?: boolean;
}

/** A line to type. */
export function TextField({ label, text, onText, hint, isNumber }: TextFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        inputMode={isNumber ? "decimal" : "text"}
        autocomplete="off"
        spellcheck={false}
        value={text}
        aria-describedby={`${id}-more`}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <p id={`${id}-more`} class="more">
        {hint}
      </p>
    </div>
  );
}
