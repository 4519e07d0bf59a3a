import { TextField } from "../../ui/TextField.tsx";
import { readTerm } from "../launch/readTerm.ts";
import type { Term } from "../launch/TERMS.ts";

export interface NumberFieldProps {
  readonly term: Term;
  readonly text: string;
  readonly onText: (text: string) => void;
}

const UNITS: Readonly<Partial<Record<Term["unit"], string>>> = { base: "ALITA", percent: "%", days: "days" };

/** A number to type, with what is wrong with it. */
export function NumberField({ term, text, onText }: NumberFieldProps) {
  const reading = readTerm(text, term);
  return (
    <TextField
      label={term.label}
      unit={UNITS[term.unit]}
      hint={term.words}
      text={text}
      onText={onText}
      fault={"fault" in reading ? reading.fault : undefined}
      isNumber
    />
  );
}

/** What was typed; undefined while it is nothing that the contracts accept. */
export function numberIn(term: Term, text: string): bigint | undefined {
  const reading = readTerm(text, term);
  return "value" in reading ? reading.value : undefined;
}
