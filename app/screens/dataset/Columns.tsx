import type { DescribedField } from "../../data/metadata/describe.ts";

export interface ColumnsProps {
  readonly of: readonly DescribedField[];
}

/** The columns of the records, with their types. */
export function Columns({ of }: ColumnsProps) {
  const areExplained = of.some(({ description }) => description);
  return (
    <>
      <h3 id="columns-title">Fields</h3>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="columns-title">
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Type</th>
              <th scope="col">In every record</th>
              {areExplained && <th scope="col">Meaning</th>}
            </tr>
          </thead>
          <tbody>
            {of.map(({ name, types, isRequired, description }, index) => (
              <tr key={index}>
                <td>
                  <code>{name}</code>
                </td>
                <td>{types}</td>
                <td>{isRequired ? "yes" : "no"}</td>
                {areExplained && <td>{description}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
