import type { FieldType } from "#sdk/data/table.ts";
import { draft, edit } from "./keptDraft.ts";
import { type DraftField, EMPTY_FIELD } from "./Draft.ts";

const TYPES: readonly FieldType[] = ["text", "number", "integer", "boolean", "date"];
const MOST_FIELDS = 256;

/** The fields that every record carries. */
export function FieldRows({ fault }: { readonly fault: string | undefined }) {
  const { fields } = draft.value;
  const change = (at: number, changes: Partial<DraftField>) =>
    edit({ fields: fields.map((field, index) => (index === at ? { ...field, ...changes } : field)) });
  const isTyped = fields.some(({ name }) => name !== "");
  return (
    <fieldset class="launch-fields">
      <legend>Fields of a record</legend>
      {fields.map((field, index) => (
        <FieldRow
          key={index}
          field={field}
          number={index + 1}
          onChange={(changes) => change(index, changes)}
          onRemove={() => edit({ fields: fields.filter((_, other) => other !== index) })}
        />
      ))}
      {isTyped && fault && <p class="fault">{fault}</p>}
      <button
        type="button"
        disabled={fields.length >= MOST_FIELDS}
        onClick={() => edit({ fields: [...fields, EMPTY_FIELD] })}
      >
        Add a field
      </button>
    </fieldset>
  );
}

interface FieldRowProps {
  readonly field: DraftField;
  readonly number: number;
  readonly onChange: (changes: Partial<DraftField>) => void;
  readonly onRemove: () => void;
}

function FieldRow({ field, number, onChange, onRemove }: FieldRowProps) {
  const { name, type, nullable, description } = field;
  return (
    <div class="launch-field" role="group" aria-label={`Field ${number}`}>
      <input
        aria-label={`Name of field ${number}`}
        placeholder="Name"
        value={name}
        onInput={(event) => onChange({ name: event.currentTarget.value })}
      />
      <select
        aria-label={`Type of field ${number}`}
        value={type}
        onChange={(event) => onChange({ type: event.currentTarget.value as FieldType })}
      >
        {TYPES.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
      <input
        class="launch-words"
        aria-label={`Meaning of field ${number}`}
        placeholder="Meaning, unit"
        value={description}
        onInput={(event) => onChange({ description: event.currentTarget.value })}
      />
      <label class="way">
        <input
          type="checkbox"
          checked={nullable}
          onChange={(event) => onChange({ nullable: event.currentTarget.checked })}
        />
        may be missing
      </label>
      <button type="button" aria-label={`Remove field ${number}`} class="close" onClick={onRemove}>
        ×
      </button>
    </div>
  );
}
