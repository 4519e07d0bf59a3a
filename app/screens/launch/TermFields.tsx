import { draft, edit } from "./keptDraft.ts";
import type { Faults } from "./readDraft.ts";
import { type Term, type TermName, TERMS } from "./TERMS.ts";
import { TextField } from "../../ui/TextField.tsx";

export interface TermFieldsProps {
  readonly names: readonly TermName[];
  readonly faults: Faults;
}

/** Numbers of the launch to type. */
export function TermFields({ names, faults }: TermFieldsProps) {
  const { terms } = draft.value;
  return (
    <>
      {names.map((name) => (
        <TextField
          key={name}
          label={TERMS[name].label}
          unit={unitOf(TERMS[name])}
          hint={TERMS[name].words}
          text={terms[name]}
          onText={(text) => edit({ terms: { ...terms, [name]: text } })}
          fault={terms[name].trim() === "" ? undefined : faults[name]}
          isNumber
        />
      ))}
    </>
  );
}

/** What is typed, in a word. */
function unitOf({ unit }: Term): string {
  const { symbol, rewardInBase } = draft.value;
  const data = symbol.trim() || "Data Tokens";
  const words = { data, base: "ALITA", reward: rewardInBase ? "ALITA" : data, percent: "%", days: "days" };
  return words[unit as keyof typeof words] ?? "";
}
