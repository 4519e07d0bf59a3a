import type { DescribedField } from "../../data/metadata/describe.ts";
import { Table } from "../../ui/Table.tsx";

export interface ColumnsProps {
  readonly of: readonly DescribedField[];
}

/** The columns of the records, with their types. */
export function Columns({ of }: ColumnsProps) {
  const areExplained = of.some(({ description }) => description);
  const rows = of.map(({ name, types, isRequired, description }) => [
    <code>{name}</code>,
    types,
    isRequired ? "yes" : "no",
    ...(areExplained ? [description] : []),
  ]);
  return (
    <>
      <h3 id="columns-title">Fields</h3>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="columns-title">
        <Table names={["Name", "Type", "In every record", ...(areExplained ? ["Meaning"] : [])]} rows={rows} />
      </div>
    </>
  );
}
