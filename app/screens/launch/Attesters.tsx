import { getAddress, isAddress } from "ethers";
import { useState } from "preact/hooks";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { Fault } from "../../ui/Fault.tsx";
import { Identicon } from "../../ui/Identicon.tsx";
import { Money } from "../../ui/Money.tsx";
import { shortAddress } from "../../ui/shortAddress.ts";
import { draft, edit } from "./keptDraft.ts";
import { thresholdOf } from "./readDraft.ts";
import { registeredAttesters } from "./registeredAttesters.ts";
import type { StepProps } from "./StepProps.ts";
import { TextField } from "./TextField.tsx";

/** Who judges contributions. */
export function Attesters({ faults }: StepProps) {
  const { attesters, threshold } = draft.value;
  const { data: known, error, retry } = useLive("attesters", () => registeredAttesters(reader()));
  const registered = new Map(known?.map(({ attester, amount }) => [attester, amount]));
  const shown = [...registered.keys(), ...attesters.filter((one) => !registered.has(one))];
  const choose = (one: string, isChosen: boolean) =>
    edit({ attesters: isChosen ? [...attesters, one] : attesters.filter((other) => other !== one) });
  return (
    <>
      <p>
        Attesters look at every contribution, sign how good it is, and lose their bond if they contradict themselves.
        Choose several who do not know each other.
      </p>
      <Fault of={error} retry={retry} />
      <fieldset class="launch-fields">
        <legend>Attesters</legend>
        {known?.length === 0 && <p class="hint">Nobody has registered yet. Add addresses that you trust.</p>}
        {shown.map((one) => (
          <label key={one} class="way launch-choice">
            <input
              type="checkbox"
              checked={attesters.includes(one)}
              onChange={(event) => choose(one, event.currentTarget.checked)}
            />
            <Identicon of={one} />
            <span>
              <code title={one}>{shortAddress(one)}</code>{" "}
              <span class="hint">
                {registered.has(one) ? (
                  <>
                    bond <Money wei={registered.get(one)} of="ALITA" />
                  </>
                ) : (
                  "not registered: its signatures will not count"
                )}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <AddAttester onAdd={(one) => choose(one, true)} />
      <TextField
        label="How many must agree"
        unit={`of ${attesters.length}`}
        hint={threshold.trim() === "" ? `Empty: more than half, ${thresholdOf(draft.value)}` : "At least one"}
        text={threshold}
        onText={(text) => edit({ threshold: text })}
        fault={faults.threshold}
        isNumber
      />
    </>
  );
}

/** An attester by its address. */
function AddAttester({ onAdd }: { readonly onAdd: (address: string) => void }) {
  const [text, setText] = useState("");
  const typed = text.trim();
  const fault = typed === "" || isAddress(typed) ? undefined : "This is no address";
  const isNew = isAddress(typed) && !draft.value.attesters.includes(getAddress(typed));
  const add = () => {
    onAdd(getAddress(typed));
    setText("");
  };
  return (
    <div class="launch-add">
      <TextField label="Another, by its address" text={text} onText={setText} fault={fault} />
      <button type="button" disabled={!isNew} onClick={add}>
        Add
      </button>
    </div>
  );
}
