import { useState } from "preact/hooks";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { TextField } from "../../ui/TextField.tsx";
import { type DocumentTexts, revised, textsOf } from "./revised.ts";

export interface DocumentFieldsProps {
  readonly document: DatasetDocument; // of today
  readonly onDocument: (document: DatasetDocument) => void;
}

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
      <TextField
        label="Description"
        rows={5}
        text={texts.description}
        onText={(description) => edit({ description })}
        hint="What the records are, where and when they come from"
      />
      <TextField
        label="Keywords"
        text={texts.keywords}
        onText={(keywords) => edit({ keywords })}
        hint="Separated by commas"
      />
      <TextField
        label="Licence of the data"
        text={texts.license}
        onText={(license) => edit({ license })}
        hint="An SPDX identifier or the address of its text"
      />
      <TextField
        label="Requirements"
        rows={3}
        text={texts.requirements}
        onText={(requirements) => edit({ requirements })}
        hint="What a contribution must satisfy, one a line"
      />
      <TextField
        label="Usage scenarios"
        rows={3}
        text={texts.uses}
        onText={(uses) => edit({ uses })}
        hint="What the data can be used for, one a line"
      />
      <TextField
        label="Version"
        text={texts.version}
        onText={(version) => edit({ version })}
        hint="Of this description"
      />
    </>
  );
}
