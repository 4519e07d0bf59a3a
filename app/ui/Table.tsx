import type { ComponentChildren } from "preact";

export interface TableProps {
  readonly names: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}

/** Values under their names. */
export const Table = ({ names, rows }: TableProps) => (
  <table>
    <thead>
      <tr>
        {names.map((name, index) => (
          <th key={index} scope="col">
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
);
