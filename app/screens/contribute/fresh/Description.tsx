import { useState } from "preact/hooks";
import type { UsedDeclaration } from "../useDeclaration.ts";

export interface DescriptionProps {
  readonly of: UsedDeclaration;
}

/** Asks for the dataset's description where no store has it. */
export function Description({ of: { state, take } }: DescriptionProps) {
  const [fault, setFault] = useState<string>();
  if (state.kind !== "unknown") return null;
  return (
    <div class="field">
      <label for="contribute-description">The dataset's description</label>
      <input
        id="contribute-description"
        type="file"
        accept=".json,.jsonld"
        aria-describedby="contribute-description-more"
        onChange={async (event) => {
          const file = event.currentTarget.files?.[0];
          if (file) setFault(await take(file));
        }}
      />
      <p id="contribute-description-more" class="more" role="status">
        <span>
          It declares the fields, and attesters measure against them. {state.why} If you have it as a file, choose it:
          it is checked against the chain. Until then, the fields are those that your records show.
        </span>
        {fault && <span class="fault">{fault}</span>}
      </p>
    </div>
  );
}
