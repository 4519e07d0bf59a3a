import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface TextFieldProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly hint?: ComponentChildren;
  readonly fault?: string | undefined;
  readonly rows?: number; // more than one line
  readonly proposals?: readonly string[];
  readonly isNumber?: boolean;
  readonly unit?: string;
}

/** Words to type. What is missing is named at the end; what is wrong is named at once. */
export function TextField(props: TextFieldProps) {
  const { label, text, onText, hint, rows, proposals, isNumber, unit } = props;
  const id = useId();
  const fault = text.trim() === "" ? undefined : props.fault;
  const given = {
    id,
    value: text,
    "aria-invalid": fault !== undefined,
    "aria-describedby": `${id}-more`,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => onText(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>
        {label} {unit && <span class="hint">{unit}</span>}
      </label>
      {rows === undefined ? (
        <input
          {...given}
          autocomplete="off"
          inputMode={isNumber ? "decimal" : "text"}
          list={proposals && `${id}-list`}
        />
      ) : (
        <textarea {...given} rows={rows} />
      )}
      {proposals && (
        <datalist id={`${id}-list`}>
          {proposals.map((proposal) => (
            <option key={proposal} value={proposal} />
          ))}
        </datalist>
      )}
      <p id={`${id}-more`} class="more">
        {hint && <span class="hint">{hint}</span>}
        {fault && <span class="fault">{fault}</span>}
      </p>
    </div>
  );
}
