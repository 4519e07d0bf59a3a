import type { Field } from "#sdk/data/table.ts";
import { isNumeric } from "../programs/isNumeric.ts";
import type { FeatureText } from "../programs/Param.ts";
import { featureOf } from "../programs/startingTexts.ts";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";

export interface FeatureFieldsProps {
  readonly label: string;
  readonly hint: string;
  readonly isOne: boolean;
  readonly features: readonly FeatureText[];
  readonly fields: readonly Field[];
  readonly onFeatures: (features: readonly FeatureText[]) => void;
}

/** Asks for fields, each with a public guess of its middle and its spread. */
export function FeatureFields({ label, hint, isOne, features, fields, onFeatures }: FeatureFieldsProps) {
  const numeric = fields.filter(isNumeric);
  const change = (place: number, changes: Partial<FeatureText>) =>
    onFeatures(features.map((feature, index) => (index === place ? { ...feature, ...changes } : feature)));
  return (
    <fieldset class="compute-features">
      <legend>
        {label} <span class="hint">{hint}</span>
      </legend>
      {features.map(({ field, center, spread }, place) => (
        <div key={place} class="compute-feature">
          {numeric.length > 0 ? (
            <SelectField
              label="Field"
              value={field}
              options={numeric.map(({ name }) => [name, name])}
              onValue={(name) => change(place, { field: name })}
            />
          ) : (
            <TextField label="Field" text={field} onText={(name) => change(place, { field: name })} />
          )}
          <TextField label="Middle" text={center} onText={(text) => change(place, { center: text })} isNumber />
          <TextField label="Spread" text={spread} onText={(text) => change(place, { spread: text })} isNumber />
          {!isOne && features.length > 1 && (
            <button
              type="button"
              aria-label={`Leave out ${field}`}
              onClick={() => onFeatures(features.filter((_, index) => index !== place))}
            >
              ×
            </button>
          )}
        </div>
      ))}
      {!isOne && (
        <button type="button" onClick={() => onFeatures([...features, featureOf(freeField())])}>
          Add a feature
        </button>
      )}
    </fieldset>
  );

  function freeField(): string | undefined {
    return numeric.find(({ name }) => !features.some(({ field }) => field === name))?.name;
  }
}
