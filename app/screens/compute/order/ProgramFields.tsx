import type { Field } from "#sdk/data/table.ts";
import { Loaded } from "../../../ui/Loaded.tsx";
import { isReady, READY_MADE, readyMade } from "../programs/READY_MADE.ts";
import type { Draft, OwnDraft } from "./Draft.ts";
import { ParamField } from "./ParamField.tsx";
import { textsOf } from "./readDraft.ts";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";

export interface ProgramFieldsProps {
  readonly draft: Draft;
  readonly fields: readonly Field[];
  readonly onDraft: (changes: Partial<Draft>) => void;
}

const OPTIONS = [...READY_MADE.map(({ word, name }) => [word, name] as const), ["own", "A program of my own"] as const];

/** Programs whose bound depends on how large the numbers of a field are. */
const SIZED = new Set(["sum", "mean", "groupBy"]);

const loadOwnProgram = async () => (await import("./OwnProgram.tsx")).OwnProgram;

/** Asks for a program and what it is told. */
export function ProgramFields({ draft, fields, onDraft }: ProgramFieldsProps) {
  const { word, own, largest } = draft;
  const ready = readyMade(word);
  const texts = textsOf(draft, fields);
  return (
    <>
      <SelectField
        label="Program"
        value={word}
        options={OPTIONS}
        hint={ready?.says ?? "Runs on the devices over their own records, and answers a few whole numbers"}
        onValue={(chosen) => onDraft({ word: isReady(chosen) ? chosen : "own" })}
      />
      {ready?.params.map((param) => (
        <ParamField
          key={`${word} ${param.name}`}
          {...{ param, fields }}
          text={texts[param.name] ?? ""}
          onText={(text) =>
            isReady(word) && onDraft({ texts: { ...draft.texts, [word]: { ...texts, [param.name]: text } } })
          }
        />
      ))}
      {SIZED.has(word) && (
        <TextField
          label="Largest number to expect"
          text={largest}
          onText={(text) => onDraft({ largest: text })}
          hint="a public guess: it bounds what one provider can add"
          isNumber
        />
      )}
      {word === "own" && (
        <Loaded
          name="own"
          load={loadOwnProgram}
          of={{ own, onOwn: (changed: OwnDraft) => onDraft({ own: changed }) }}
        />
      )}
    </>
  );
}
