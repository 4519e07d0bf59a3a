import type { ComponentChildren } from "preact";

export const WIDTH = 600;
export const HEIGHT = 200;

export interface FrameProps {
  readonly title: string;
  /** What the picture says, in a sentence, for those who do not see it. */
  readonly says: string;
  /** The numbers behind it: a line of names, then lines of values. */
  readonly table: readonly (readonly string[])[];
  readonly children: ComponentChildren;
}

/** A picture of numbers with its title, and the numbers themselves a click away. */
export function Frame({ title, says, table, children }: FrameProps) {
  const [head = [], ...rows] = table;
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${title}. ${says}`} preserveAspectRatio="none">
        {children}
      </svg>
      <details>
        <summary>Numbers</summary>
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
      </details>
    </figure>
  );
}
