import { getAddress, isAddress } from "ethers";
import { useState } from "preact/hooks";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { Fault } from "../../ui/Fault.tsx";
import { Identicon } from "../../ui/Identicon.tsx";
import { Money } from "../../ui/Money.tsx";
import { shortAddress } from "../../ui/shortAddress.ts";
import { TextField } from "../../ui/TextField.tsx";
import { registeredAttesters } from "./registeredAttesters.ts";

export interface AttesterPickerProps {
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Attesters to choose among those with a bond, and others by their address. */
export function AttesterPicker({ chosen, onChoose }: AttesterPickerProps) {
  const { data: known, error, retry } = useLive("attesters", () => registeredAttesters(reader()));
  const registered = new Map(known?.map(({ attester, amount }) => [attester, amount]));
  const shown = [...registered.keys(), ...chosen.filter((one) => !registered.has(one))];
  const choose = (one: string, isChosen: boolean) =>
    onChoose(isChosen ? [...chosen, one] : chosen.filter((other) => other !== one));
  return (
    <>
      <Fault of={error} retry={retry} />
      <fieldset class="launch-fields">
        <legend>Attesters</legend>
        {known?.length === 0 && <p class="hint">Nobody has registered yet. Add addresses that you trust.</p>}
        {shown.map((one) => (
          <label key={one} class="way launch-choice">
            <input
              type="checkbox"
              checked={chosen.includes(one)}
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
      <AddAttester chosen={chosen} onAdd={(one) => choose(one, true)} />
    </>
  );
}

interface AddAttesterProps {
  readonly chosen: readonly string[];
  readonly onAdd: (address: string) => void;
}

/** An attester by its address. */
function AddAttester({ chosen, onAdd }: AddAttesterProps) {
  const [text, setText] = useState("");
  const typed = text.trim();
  const fault = typed === "" || isAddress(typed) ? undefined : "This is no address";
  const isNew = isAddress(typed) && !chosen.includes(getAddress(typed));
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
