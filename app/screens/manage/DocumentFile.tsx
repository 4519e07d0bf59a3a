import { useId, useState } from "preact/hooks";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";

export interface DocumentFileProps {
  readonly onDocument: (document: DatasetDocument) => void;
}

/** A document that was written elsewhere: fields, samples and all that no form asks for. */
export function DocumentFile({ onDocument }: DocumentFileProps) {
  const id = useId();
  const [said, say] = useState("");
  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    say(`Reading ${file.name} …`);
    try {
      const { parseMetadata } = await import("#sdk/metadata/validateMetadata.ts");
      onDocument(parseMetadata(await file.text()));
      say(`${file.name} is what will be published`);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }
  return (
    <div class="field">
      <label for={id}>Or a whole document, as a file</label>
      <input
        id={id}
        type="file"
        accept=".json,.jsonld"
        aria-describedby={`${id}-said`}
        onChange={(event) => void read(event.currentTarget.files?.[0])}
      />
      <p id={`${id}-said`} class="more" role="status">
        {said || "JSON-LD of schema.org or Croissant"}
      </p>
    </div>
  );
}
