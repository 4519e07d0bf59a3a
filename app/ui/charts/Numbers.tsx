import { useState } from "preact/hooks";

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
      {isOpen && <Table of={table()} />}
    </details>
  );
}

function Table({ of: [head = [], ...rows] }: { readonly of: readonly (readonly string[])[] }) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
