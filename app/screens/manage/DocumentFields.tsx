import { useState } from "preact/hooks";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { TextField, type TextFieldProps } from "../../ui/TextField.tsx";
import { type DocumentTexts, revised, textsOf } from "./revised.ts";

export interface DocumentFieldsProps {
  readonly document: DatasetDocument; // of today
  readonly onDocument: (document: DatasetDocument) => void;
}

type Field = readonly [keyof DocumentTexts, Pick<TextFieldProps, "label" | "hint" | "rows">];

const FIELDS: readonly Field[] = [
  ["description", { label: "Description", rows: 5, hint: "What the records are, where and when they come from" }],
  ["keywords", { label: "Keywords", hint: "Separated by commas" }],
  ["license", { label: "Licence of the data", hint: "An SPDX identifier or the address of its text" }],
  ["requirements", { label: "Requirements", rows: 3, hint: "What a contribution must satisfy, one a line" }],
  ["uses", { label: "Usage scenarios", rows: 3, hint: "What the data can be used for, one a line" }],
  ["version", { label: "Version", hint: "Of this description" }],
];

/** The texts of a description that change most; all the rest of it stays. */
export function DocumentFields({ document, onDocument }: DocumentFieldsProps) {
  const [texts, setTexts] = useState(() => textsOf(document));
  const edit = (changes: Partial<DocumentTexts>) => {
    const next = { ...texts, ...changes };
    setTexts(next);
    onDocument(revised(document, next, new Date()));
  };
  return (
    <>
      {FIELDS.map(([name, field]) => (
        <TextField key={name} {...field} text={texts[name]} onText={(text) => edit({ [name]: text })} />
      ))}
    </>
  );
}
