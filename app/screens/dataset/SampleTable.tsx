import type { Sample } from "../../data/metadata/sampleOf.ts";

export interface SampleTableProps {
  readonly of: Sample;
}

/** Some records that the maker published. */
export const SampleTable = ({ of: { names, rows } }: SampleTableProps) => (
  <>
    <h3 id="sample-title">Sample</h3>
    <div class="scroll" tabIndex={0} role="region" aria-labelledby="sample-title">
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
    </div>
  </>
);
