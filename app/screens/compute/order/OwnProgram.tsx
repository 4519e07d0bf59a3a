import { useId, useState } from "preact/hooks";
import type { OwnDraft } from "./Draft.ts";
import { TextField } from "../../../ui/TextField.tsx";

export interface OwnProgramProps {
  readonly own: OwnDraft;
  readonly onOwn: (own: OwnDraft) => void;
}

const MOST_BYTES = 1024 * 1024; // this browser keeps it until the coordinator has it
const EXAMPLE = "export function map(rows, params) {\n  return [rows.length];\n}";

/** Asks for a program of the consumer's own: pasted, chosen or dropped. */
export function OwnProgram({ own, onOwn }: OwnProgramProps) {
  const id = useId();
  const [fault, setFault] = useState<string>();
  const change = (changes: Partial<OwnDraft>) => onOwn({ ...own, ...changes });

  async function take(file: File | undefined): Promise<void> {
    setFault(undefined);
    if (file === undefined) return;
    if (/\.[cm]?tsx?$/.test(file.name)) return setFault(`${file.name} is TypeScript: bundle it to JavaScript first.`);
    if (file.size > MOST_BYTES) return setFault(`${file.name} has more than 1 MiB.`);
    change({ source: await file.text() });
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    void take(event.dataTransfer?.files[0]);
  }

  return (
    <>
      <div class="field">
        <label for={id}>Program</label>
        <textarea
          id={id}
          class="compute-source"
          rows={10}
          spellcheck={false}
          autocapitalize="off"
          placeholder={EXAMPLE}
          value={own.source}
          aria-describedby={`${id}-more`}
          onInput={(event) => change({ source: event.currentTarget.value })}
          onDragOver={(event) => event.preventDefault()}
          onDrop={drop}
        />
        <p id={`${id}-more`} class="more">
          <span>
            JavaScript only, one module that exports <code>map(rows, params)</code> and answers whole numbers. A page
            cannot bundle TypeScript; <code>npx hardhat compute task</code> can. A program that fails on a device
            answers zeros, silently.
          </span>
        </p>
      </div>
      <div class="field">
        <label for={`${id}-file`}>Or a file</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".js,.mjs,text/javascript"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
        <p role="alert" class="more fault">
          {fault}
        </p>
      </div>
      <div class="two">
        <TextField
          label="Numbers in the answer"
          text={own.length}
          onText={(length) => change({ length })}
          hint="whole ones that map returns"
          isNumber
        />
        <TextField
          label="Fields it sees"
          text={own.fields}
          onText={(fields) => change({ fields })}
          hint="with commas; empty: all"
        />
      </div>
      <TextField label="Parameters" text={own.params} onText={(params) => change({ params })} hint="JSON" />
    </>
  );
}
