import { draft, edit } from "./keptDraft.ts";
import type { StepProps } from "./StepProps.ts";
import { TextField } from "../../ui/TextField.tsx";

const LICENCES = ["CC-BY-4.0", "CC0-1.0", "CC-BY-SA-4.0", "ODbL-1.0", "CDLA-Permissive-2.0", "CDLA-Sharing-1.0"];

/** Who makes what. */
export function Describe({ faults }: StepProps) {
  const { name, symbol, description, license, creatorType, creatorName, keywords, version } = draft.value;
  return (
    <>
      <TextField
        label="Name"
        hint="Of the dataset and of its Data Token; cannot be changed"
        text={name}
        onText={(text) => edit({ name: text })}
        fault={faults.name}
      />
      <TextField
        label="Symbol"
        hint="A short word for the Data Token, such as WTHR; cannot be changed"
        text={symbol}
        onText={(text) => edit({ symbol: text })}
        fault={faults.symbol}
      />
      <TextField
        label="Description"
        hint="What the records are, where and when they come from"
        rows={4}
        text={description}
        onText={(text) => edit({ description: text })}
        fault={faults.description}
      />
      <TextField
        label="Keywords"
        hint="By which people search, separated by commas"
        text={keywords}
        onText={(text) => edit({ keywords: text })}
        fault={faults.keywords}
      />
      <TextField
        label="Licence of the data"
        hint="An SPDX identifier or the address of its text"
        proposals={LICENCES}
        text={license}
        onText={(text) => edit({ license: text })}
        fault={faults.license}
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
      <TextField
        label="Name of the maker"
        hint="As it shall be cited"
        text={creatorName}
        onText={(text) => edit({ creatorName: text })}
        fault={faults.creatorName}
      />
      <TextField
        label="Version"
        text={version}
        onText={(text) => edit({ version: text })}
        fault={faults.version}
        hint="Of this description; you can publish further ones"
      />
    </>
  );
}
