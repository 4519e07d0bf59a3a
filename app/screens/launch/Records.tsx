import { useState } from "preact/hooks";
import { edit } from "./keptDraft.ts";
import { FieldRows } from "./FieldRows.tsx";
import type { StepProps } from "./StepProps.ts";
import { DraftText } from "./DraftText.tsx";

/** What the records look like, and what for. */
export function Records({ faults }: StepProps) {
  return (
    <>
      <FieldRows fault={faults.fields} />
      <SampleFile />
      <DraftText
        of="requirements"
        label="Requirements"
        hint="What a contribution must satisfy, one a line"
        rows={3}
        faults={faults}
      />
      <DraftText
        of="usageScenarios"
        label="Usage scenarios"
        hint="What the data can be used for, one a line"
        rows={3}
        faults={faults}
      />
      <DraftText
        of="potentialCustomers"
        label="Potential customers"
        hint="Who may want the data, one a line"
        rows={3}
        faults={faults}
      />
    </>
  );
}

/** Takes the fields from a file of records; nothing of it leaves the browser. */
function SampleFile() {
  const [said, say] = useState("");
  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    say(`Reading ${file.name} …`);
    try {
      const { fieldsOfFile } = await import("./fieldsOfFile.ts");
      const fields = await fieldsOfFile(file);
      edit({ fields });
      say(`${fields.length} fields taken from ${file.name}; please look through them`);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }
  return (
    <div class="field">
      <label for="launch-sample">Take the fields from a sample file</label>
      <input
        id="launch-sample"
        type="file"
        accept=".csv,.json,.jsonl,.ndjson"
        aria-describedby="launch-sample-said"
        onChange={(event) => void read(event.currentTarget.files?.[0])}
      />
      <p id="launch-sample-said" class="more" role="status">
        {said || "CSV, JSON or JSON lines; the file stays on your device"}
      </p>
    </div>
  );
}
