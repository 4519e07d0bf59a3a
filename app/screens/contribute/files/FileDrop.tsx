import { useId, useState } from "preact/hooks";
import { ACCEPTED } from "./accepted.ts";

export interface FileDropProps {
  readonly label: string;
  readonly files: readonly File[];
  readonly onFiles: (files: readonly File[]) => void;
}

/** Files of records to drop or to choose; they are read here and sent nowhere. */
export function FileDrop({ label, files, onFiles }: FileDropProps) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | null | undefined) => {
    if (list && list.length > 0) onFiles([...list]);
  };
  return (
    <div
      class={isOver ? "contribute-drop over" : "contribute-drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        multiple
        accept={ACCEPTED}
        aria-describedby={`${id}-more`}
        onChange={(event) => take(event.currentTarget.files)}
      />
      <p id={`${id}-more`} class="hint">
        {files.length === 0
          ? "Drop them here or choose them: CSV, JSON or JSON lines. They stay on this device."
          : files.map(({ name }) => name).join(", ")}
      </p>
    </div>
  );
}
