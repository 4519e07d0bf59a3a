import { draft, edit } from "./keptDraft.ts";
import type { StepProps } from "./StepProps.ts";
import { DraftText } from "./DraftText.tsx";

const LICENCES = ["CC-BY-4.0", "CC0-1.0", "CC-BY-SA-4.0", "ODbL-1.0", "CDLA-Permissive-2.0", "CDLA-Sharing-1.0"];

/** Who makes what. */
export function Describe({ faults }: StepProps) {
  const { creatorType } = draft.value;
  return (
    <>
      <DraftText
        of="name"
        label="Name"
        hint="Of the dataset and of its Data Token; cannot be changed"
        faults={faults}
      />
      <DraftText
        of="symbol"
        label="Symbol"
        hint="A short word for the Data Token, such as WTHR; cannot be changed"
        faults={faults}
      />
      <DraftText
        of="description"
        label="Description"
        hint="What the records are, where and when they come from"
        rows={4}
        faults={faults}
      />
      <DraftText of="keywords" label="Keywords" hint="By which people search, separated by commas" faults={faults} />
      <DraftText
        of="license"
        label="Licence of the data"
        hint="An SPDX identifier or the address of its text"
        proposals={LICENCES}
        faults={faults}
      />
      <fieldset class="ways">
        <legend>Made by</legend>
        {(["Person", "Organization"] as const).map((type) => (
          <label key={type} class="way">
            <input
              type="radio"
              name="creator"
              checked={creatorType === type}
              onChange={() => edit({ creatorType: type })}
            />
            {type === "Person" ? "A person" : "An organisation"}
          </label>
        ))}
      </fieldset>
      <DraftText of="creatorName" label="Name of the maker" hint="As it shall be cited" faults={faults} />
      <DraftText
        of="version"
        label="Version"
        faults={faults}
        hint="Of this description; you can publish further ones"
      />
    </>
  );
}
