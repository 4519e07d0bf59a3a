import { useState } from "preact/hooks";
import { attesterSet } from "#sdk/actions/attester/attesterSet.ts";
import type { ParameterChange } from "#sdk/actions/pool/encodeParameter.ts";
import { decodeError } from "#sdk/errors/decodeError.ts";
import { exactMoney, money, percent } from "../../ui/money.ts";
import { TextField } from "../../ui/TextField.tsx";
import { dayAndTime } from "../../ui/time.ts";
import type { TabProps } from "../dataset/tabs.ts";
import { AttesterPicker } from "../launch/AttesterPicker.tsx";
import { TERMS } from "../launch/TERMS.ts";
import { ChangeForm } from "./ChangeForm.tsx";
import { NumberField, numberIn } from "./NumberField.tsx";
import { Part } from "./Part.tsx";

const NOTICE = "In force three days after it is decided; until then what was attested before can still be contributed.";

/** How good a contribution must be. */
export function LeastQuality({ dataset }: TabProps) {
  const { minQuality, coming } = dataset.status;
  const [text, setText] = useState(String(Number(minQuality) / 100));
  const typed = numberIn(TERMS.minQuality, text);
  const announced = coming.minQuality;
  const isSame = typed === (announced?.value ?? minQuality);
  return (
    <Part
      word="quality"
      title="Least quality"
      today={
        announced
          ? `${percent(minQuality)}, ${percent(announced.value)} from ${dayAndTime(announced.from)}`
          : percent(minQuality)
      }
    >
      <ChangeForm
        dataset={dataset}
        what="the least quality"
        change={typed === undefined ? undefined : { minQuality: typed }}
        missing={isSame ? "This is what holds already" : undefined}
      >
        <NumberField term={{ ...TERMS.minQuality, words: NOTICE }} text={text} onText={setText} />
      </ChangeForm>
    </Part>
  );
}

/** What providers earn when a program runs on their device. */
export function UnitPrice({ dataset }: TabProps) {
  const { unitPrice } = dataset.status;
  const [text, setText] = useState(exactMoney(unitPrice));
  const typed = numberIn(TERMS.unitPrice, text);
  return (
    <Part word="compute" title="Price of a compute unit" today={`${money(unitPrice)} ALITA`}>
      <ChangeForm
        dataset={dataset}
        what="the price of a compute unit"
        change={typed === undefined ? undefined : { unitPrice: typed }}
        missing={typed === unitPrice ? "This is the price already" : undefined}
      >
        <NumberField
          term={{ ...TERMS.unitPrice, words: "For jobs that are ordered once it is decided" }}
          text={text}
          onText={setText}
        />
      </ChangeForm>
    </Part>
  );
}

/** Who judges contributions. */
export function Judges({ dataset }: TabProps) {
  const { attesterSet: current, coming } = dataset.status;
  const [chosen, choose] = useState<readonly string[]>([]);
  const [text, setText] = useState("");
  const threshold = text.trim() === "" ? String(Math.floor(chosen.length / 2) + 1) : text.trim();
  const read = readSet(chosen, threshold);
  const isSame = "hash" in read && read.hash === (coming.attesterSet?.value ?? current);
  return (
    <Part
      word="attesters"
      title="Attesters"
      today={coming.attesterSet ? `others from ${dayAndTime(coming.attesterSet.from)}` : "as they were chosen"}
    >
      <ChangeForm
        dataset={dataset}
        what="the attesters"
        change={"change" in read ? read.change : undefined}
        missing={isSame ? "These are the attesters already" : "fault" in read ? read.fault : undefined}
      >
        <p class="hint">{NOTICE}</p>
        <AttesterPicker chosen={chosen} onChoose={choose} />
        <TextField
          label="How many must agree"
          unit={`of ${chosen.length}`}
          hint={text.trim() === "" ? `Empty: more than half, ${threshold}` : "At least one"}
          text={text}
          onText={setText}
          isNumber
        />
      </ChangeForm>
    </Part>
  );
}

type ReadSet = { readonly hash: string; readonly change: ParameterChange } | { readonly fault: string };

function readSet(chosen: readonly string[], threshold: string): ReadSet {
  if (chosen.length === 0) return { fault: "Choose at least one attester" };
  if (!/^\d{1,3}$/.test(threshold)) return { fault: "Write how many must agree" };
  try {
    const { set, hash } = attesterSet(chosen, BigInt(threshold));
    return { hash, change: { attesters: set } };
  } catch (error) {
    return { fault: decodeError(error).message };
  }
}
