import { useState } from "preact/hooks";
import { draft, edit } from "./keptDraft.ts";
import { FieldRows } from "./FieldRows.tsx";
import type { StepProps } from "./StepProps.ts";
import { TextField } from "../../ui/TextField.tsx";

/** What the records look like, and what for. */
export function Records({ faults }: StepProps) {
  const { requirements, usageScenarios, potentialCustomers } = draft.value;
  return (
    <>
      <FieldRows fault={faults.fields} />
      <SampleFile />
      <TextField
        label="Requirements"
        hint="What a contribution must satisfy, one a line"
        rows={3}
        text={requirements}
        onText={(text) => edit({ requirements: text })}
        fault={faults.requirements}
      />
      <TextField
        label="Usage scenarios"
        hint="What the data can be used for, one a line"
        rows={3}
        text={usageScenarios}
        onText={(text) => edit({ usageScenarios: text })}
        fault={faults.usageScenarios}
      />
      <TextField
        label="Potential customers"
        hint="Who may want the data, one a line"
        rows={3}
        text={potentialCustomers}
        onText={(text) => edit({ potentialCustomers: text })}
        fault={faults.potentialCustomers}
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
