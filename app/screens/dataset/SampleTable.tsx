import type { Sample } from "../../data/metadata/sampleOf.ts";
import { Table } from "../../ui/Table.tsx";

export interface SampleTableProps {
  readonly of: Sample;
}

/** Some records that the maker published. */
export const SampleTable = ({ of }: SampleTableProps) => (
  <>
    <h3 id="sample-title">Sample</h3>
    <div class="scroll" tabIndex={0} role="region" aria-labelledby="sample-title">
      <Table names={of.names} rows={of.rows} />
    </div>
  </>
);
