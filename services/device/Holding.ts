import type { Field, Table } from "#sdk/data/table.ts";

/** Where the records of a contribution are read from, anew each time. */
export type RecordSource = () => Promise<Table>;

/** A contribution that this device answers for. */
export interface Holding {
  readonly pool: string;
  readonly contribution: string; // contentTag
  readonly contentRoot: string; // as the attesters signed it
  readonly units: bigint; // data units, as they are on chain
  readonly fields: readonly Field[]; // as the dataset declared them when it was contributed
  readonly secret: string; // 32 bytes: for the salts of the content root
  readonly records: RecordSource;
}
