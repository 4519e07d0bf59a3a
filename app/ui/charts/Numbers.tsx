import { useState } from "preact/hooks";
import { Table } from "../Table.tsx";

export interface NumbersProps {
  /** A line of names, then lines of values. */
  readonly table: () => readonly (readonly string[])[];
}

/** The numbers behind a picture, written when somebody asks for them: they are many, and most readers look at pictures. */
export function Numbers({ table }: NumbersProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Numbers</summary>
      {isOpen && <Written of={table()} />}
    </details>
  );
}

const Written = ({ of: [names = [], ...rows] }: { readonly of: readonly (readonly string[])[] }) => (
  <div class="scroll">
    <Table names={names} rows={rows} />
  </div>
);
